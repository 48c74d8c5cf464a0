export const id = 40;
export const ids = [40];
export const modules = {

/***/ 4040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
;// CONCATENATED MODULE: ./build/src/checks/by-hand.js

/** Mix's own threshold is another one: the last total decides, that of all apps. */
const total = (minimum) => `awk 'BEGIN {low = 1} {print} /[|] Total/ {sub(/^[|]/, ""); low = ($1 + 0 < ${minimum})} END {exit low}'`;
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
/** The advisories that the project lets Hex ignore: mix_audit does not read that setting. */
function ignoring(judgement) {
    const ignored = judgement?.facts?.["ignored"];
    return Array.isArray(ignored) && ignored.length > 0 ? ` --ignore-advisory-ids ${ignored.join(",")}` : "";
}
/** What Ecto itself fails at. It ends well where a schema stays changed, or where a file is gone or is never run. */
const ectoFails = [
    "migration_failed",
    "migration_irreversible",
    "compile_error",
    "database_unreachable",
];
const rehearsed = schemas/* array */.YOg(schemas/* object */.Ikc({ repo: schemas/* string */.YjP(), new: schemas/* array */.YOg(schemas/* string */.YjP()) }));
/** Up, the new ones down and up again. `mix do` runs a task once only, so the second way up is a command of its own. */
function rehearsal(judgement) {
    if (judgement === null || !(judgement.verdict === "pass" || ectoFails.includes(judgement.reason_code)))
        return "";
    const repos = rehearsed.safeParse(judgement.facts?.["repos"]).data ?? [];
    const down = repos.flatMap(({ repo, new: [oldest] }) => oldest === undefined ? [] : [`ecto.rollback --repo ${repo} --to ${oldest}`]);
    const commands = ["do ecto.create, ecto.migrate", ...down, ...(down.length === 0 ? [] : ["ecto.migrate"])];
    return commands.map((one) => `MIX_ENV=test mix ${one}`).join(" && ");
}
const nothing = () => "";
const reproduce = {
    compile: () => "MIX_ENV=test mix compile --warnings-as-errors --all-warnings && MIX_ENV=prod mix compile --warnings-as-errors --all-warnings",
    format: () => "mix format --check-formatted",
    test: () => "mix test",
    // In an umbrella Mix counts another total: lines of one app that the tests of another one cover.
    coverage: ({ coverageMinimum, project }) => project?.umbrella === true
        ? ""
        : `mix test --cover --export-coverage all; MIX_ENV=test mix test.coverage | ${total(coverageMinimum)}`,
    credo: (rules) => inBuild(rules, "credo", "mix credo --strict"),
    // At the root of an umbrella sobelow scans nothing.
    sobelow: (rules) => inBuild(rules, "sobelow", `mix ${rules.project?.umbrella === true ? "cmd mix " : ""}sobelow --private --skip --exit ${rules.sobelowConfidence}`),
    "hex-audit": () => "mix hex.audit",
    "deps-audit": (rules, judgement) => inBuild(rules, "mix_audit", `mix deps.audit${ignoring(judgement)}`),
    // Before 1.15 `mix deps.get` knows no `--check-locked`, and writes a lock that is missing.
    "unused-deps": () => "mix deps.unlock --check-unused && mix deps.loadpaths --no-compile && mix deps.get --check-locked",
    dialyzer: (rules) => inBuild(rules, "dialyxir", "mix dialyzer --format short"),
    release: releaseCommand,
    migrations: (_, judgement) => rehearsal(judgement),
    // What these judge, no short command judges alike; their sentences name the file and the value.
    "migration-safety": nothing,
    version: nothing,
    changelog: nothing,
    "rollback-plan": nothing,
    backup: nothing,
};
/**
 * The command that shows a person the same by hand, from the repository's root; empty where there is none. Where a
 * check does not apply there is nothing to show.
 */
function reproduceOf(id, rules, judgement = null) {
    return judgement?.reason_code === "not_applicable" ? "" : inFolder(rules.folder, reproduce[id](rules, judgement));
}
/** A command for a folder of the repository, from its root. */
function inFolder(folder, command) {
    return command === "" || folder === "" ? command : `cd '${folder.replaceAll("'", "'\\''")}' && ${command}`;
}

// EXTERNAL MODULE: ./build/src/domain/plural.js
var plural = __webpack_require__(3722);
;// CONCATENATED MODULE: ./build/src/mix-output/location.js

/**
 * Where a finding is, from what a tool reported: lines and columns below 1 are no places. `path` maps a file to the
 * repository.
 */
function placed(told, path) {
    const { file, line, column } = told;
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
    const away = (0,external_node_path_.relative)(root, file.startsWith("/") ? file : (0,external_node_path_.join)(project, file));
    return away.startsWith("..") ? file : away;
}
/**
 * Compilers name a file of an umbrella as its own app knows it. Maps those that exactly one app has to where they are;
 * all others stay out.
 */
async function withinApps(files, folders, exists) {
    const found = new Map();
    for (const file of new Set(files.filter((one) => !(0,external_node_path_.isAbsolute)(one)))) {
        const at = Object.values(folders).map((folder) => (0,external_node_path_.join)(folder, file));
        const there = await Promise.all(at.map(exists));
        const [only, second] = at.filter((_, index) => there[index]);
        if (only !== undefined && second === undefined)
            found.set(file, only);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/mix-output/lines.js
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

;// CONCATENATED MODULE: ./build/src/mix-output/compile.js

/** Lines of one message that are kept. */
const maxLines = 30;
/**
 * Diagnostics of a compilation as Elixir 1.14 to 1.20 print them: up to 1.15 `warning: …` with the place indented
 * below, from 1.16 on indented, with a snippet and the place behind `└─`; a file that does not compile as
 * `== Compilation error in file … ==`.
 */
function diagnosticsIn(text) {
    const lines = linesOf(text);
    const found = [];
    let app = null;
    for (let at = 0; at < lines.length;) {
        const line = lines[at] ?? "";
        app = appIn(line) ?? app;
        const broken = /^== Compilation error in file (.+) ==$/.exec(line)?.[1];
        const [, indent, severity, first = ""] = /^( {4})?(warning|error): (.+)$/.exec(line) ?? [];
        const taken = broken !== undefined
            ? brokenFile(lines, at, broken)
            : severity === "warning" || severity === "error"
                ? indent === undefined
                    ? plainBlock(lines, at, severity, first)
                    : drawnBlock(lines, at, severity, first)
                : null;
        if (taken === null)
            at += 1;
        else {
            found.push({ ...taken.told, app });
            at = Math.max(at + 1, taken.next);
        }
    }
    return found;
}
/** Up to 1.15: the message, then its place on a line of its own, indented by two; the block ends with an empty line. */
function plainBlock(lines, start, severity, first) {
    const message = [first];
    for (let at = start + 1; at < lines.length; at += 1) {
        const line = lines[at] ?? "";
        const place = line.startsWith("  ") ? placeIn(line) : null;
        if (place !== null)
            return { told: { severity, message: joined(message), ...place }, next: at + 1 };
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
function drawnBlock(lines, start, severity, first) {
    const message = [first];
    let drawn = false;
    for (let at = start + 1; at < lines.length; at += 1) {
        const line = lines[at] ?? "";
        const behind = /^\s*└─ (.+)$/.exec(line)?.[1];
        if (behind !== undefined) {
            const place = placeIn(behind);
            return place === null
                ? nowhere(severity, message, at + 1)
                : { told: { severity, message: joined(message), ...place }, next: at + 1 };
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
        if (/^== Compilation error/.test(line) || appIn(line) !== null)
            break;
        if (line === "" && (lines[at + 1] ?? "") === "")
            break;
        const [, said] = /^\*\* \(\S+\) (.+)$/.exec(line) ?? [];
        // 1.16 and later: `token missing on lib/x.ex:1:15:`, with the message drawn below.
        const inside = said === undefined ? null : placeSaid(said);
        place ??= inside ?? placeIn(/^\s*└─ (.+)$/.exec(line)?.[1] ?? (line.startsWith("    ") ? line : ""));
        // `token missing on lib/x.ex:1:15:` says no more than the place does.
        if (inside !== null && said?.endsWith(":"))
            continue;
        if (message.length < maxLines && !/^\s*(?:\d+ )?│|^\s*└─|^ {4}\(/.test(line))
            message.push(said ?? line.trim().replace(/^error: /, ""));
    }
    return {
        told: {
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
    return { told: { severity, message: joined(message), file: null, line: null, column: null }, next };
}
function joined(message) {
    return message
        .slice(0, maxLines)
        .map((line) => line.trim())
        .join("\n")
        .replaceAll(/\n{2,}/g, "\n")
        .trim();
}

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
    return linesOf(text).flatMap((line) => {
        const named = /^ {2}\* (.+)$/.exec(line) ?? /^(\/.+\.\w+)$/.exec(line);
        return named?.[1] === undefined ? [] : [named[1]];
    });
}

;// CONCATENATED MODULE: ./build/src/mix-output/tests.js

/** `1 doctest, 3 tests, 1 failure, 1 skipped`, and from 1.19 on `1 test, 0 failures (2 excluded)`. */
const counted = /^\d{1,9} (?:doctests?|tests?|property|properties)(?:, \d{1,9} [a-z]+)*, \d{1,9} failures?(?:, \d{1,9} [a-z]+)*(?: \(.*\))?$/;
/**
 * The lines that end a run of ExUnit: up to 1.19 `1 doctest, 3 tests, 1 failure, 1 skipped`, where skipped and (up to
 * 1.18) excluded ones are among the tests; from 1.20 on `Result: 1/2 passed, 1 skipped` with `Failed: 1 test` below,
 * where they are not. `There are no tests to run` is a run of none.
 */
function summariesIn(text) {
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
function failuresIn(text) {
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
function coverageIn(text) {
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
function placesIn(texts, path) {
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
function progressIn(text) {
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
    return withPlaces(couldNotRun(ending.name, message, firstLine(message), tailOf(ending.ran)), ending);
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
        remedy: "See the last lines; raise `check-timeout` if it needs longer.",
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
    return withPlaces(couldNotRun(name, words, `it exited with code ${ran.code} before this check had ended.`, tail), ending);
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
        /Unchecked dependencies|the dependency is not available|lock mismatch: the dependency is out of date|run "mix deps\.get"|The module \S{1,200} was given as a child to a supervisor but it does not exist|Can't continue due to errors on dependencies/,
        "dependency_failed",
        "Dependencies are missing or do not match mix.lock.",
        "Run `mix deps.get` before this step.",
    ],
    [
        /\(DBConnection\.ConnectionError\)|connection refused - :econnrefused|\(Postgrex\.Error\) FATAL|tcp connect \([^)]{0,200}\)|database .{1,200} does not exist|The database for .{1,200} couldn't be created/,
        "database_unreachable",
        "The database cannot be reached.",
        "Give the job a `services: postgres:` container, and its address in config/test.exs.",
    ],
    [
        /nxdomain|:timeout\b|Failed to fetch record|Request failed \(|Could not resolve host|Unknown package \S+ in lockfile|registry entry for package \S+ is not cached/,
        "network_failed",
        "A server could not be reached.",
        "Run the job again; see the last lines for which server.",
    ],
];
/**
 * A tool that could not do its work: never a pass, and never its findings. `words` is what it printed, `otherwise` ends
 * "NAME could not run: …".
 */
function couldNotRun(name, words, otherwise, tail = "") {
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
        remedy: "See the last lines.",
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

;// CONCATENATED MODULE: ./build/src/checks/compile.js




const place = { file: schemas/* string */.YjP().nullish(), line: schemas/* int */.Whr().nullish(), column: schemas/* int */.Whr().nullish() };
const compileSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(["ok", "error"]),
    /**
     * Whether `mix compile --warnings-as-errors` fails on the warnings: it accepts those of Erlang's compiler. Absent
     * means that each of them counts.
     */
    refused: schemas/* boolean */.zMY().optional(),
    diagnostics: schemas/* array */.YOg(schemas/* object */.Ikc({ severity: schemas/* string */.YjP(), message: schemas/* string */.YjP(), ...place })),
});
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
                ...placed(one, path),
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
            says: `It does not compile: ${firstLine(errors[0]?.message ?? "see the findings")}`,
            remedy: "Fix the error.",
            findings,
            facts,
        };
    }
    if (refused) {
        return {
            verdict: "fail",
            reason_code: "warnings_found",
            says: `${(0,plural/* counted */.h)(findings.length, "warning")}, none is accepted.`,
            remedy: "Fix each of them.",
            findings,
            facts,
        };
    }
    const accepted = `${(0,plural/* counted */.h)(findings.length, "warning")} that \`--warnings-as-errors\` accepts (of Erlang, Leex or Yecc)`;
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
        const message = `The alias \`${alias}\` says \`${task}\`: mix does not know \`${flag}\` and lets everything pass. Write \`--warnings-as-errors\` or \`--check-formatted\`.`;
        return [{ severity: "warning", message, rule: "alias", file: path("mix.exs"), line: 1 }];
    }));
}

;// CONCATENATED MODULE: ./build/src/domain/version.js
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

;// CONCATENATED MODULE: ./build/src/domain/version-tag.js

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
        const version = text === null ? null : parseVersion(text);
        return text === null || version === null ? [] : [{ ...tag, text, version }];
    });
}
/** The greatest; null of none. */
function newest(tags) {
    return tags.reduce((best, one) => (best === null || compareVersions(one.version, best.version) > 0 ? one : best), null);
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
    return parseVersion(text) === null ? null : text;
}
function matcher(pattern) {
    const text = pattern.replaceAll(/\*+|\?|\[[\w-]+\]|[^\w]/g, (part) => {
        if (part.startsWith("*"))
            return ".*";
        return part === "?" ? "." : part.startsWith("[") && part.length > 1 ? part : `\\${part}`;
    });
    return new RegExp(`^${text}$`, "s");
}

;// CONCATENATED MODULE: ./build/src/checks/released.js

/**
 * The tag of this commit, where the settings take the version from it. Of tags with a name before the version those of
 * the settings' `app` count, or of `tags`.
 */
function releasedFrom({ version, app }, tags, at) {
    if (version.from === "mix")
        return { from: "mix" };
    return { from: "tag", tag: releasedTag(tags, { names: app === null ? [] : [app], patterns: version.tags }, at) };
}
/** The version of the tag that is being released; null where mix says it. */
function released_versionIn(released) {
    return released.from === "tag" ? (released.tag?.text ?? null) : null;
}
/**
 * The project under the version that ships: mix is given the tag's when it builds the release, so that all of it
 * agrees.
 */
function underVersion(project, released) {
    const version = released_versionIn(released);
    if (version === null)
        return project;
    return {
        ...project,
        version,
        versions: Object.fromEntries(Object.keys(project.versions).map((name) => [name, version])),
    };
}

// EXTERNAL MODULE: ./build/src/domain/change.js
var domain_change = __webpack_require__(1324);
// EXTERNAL MODULE: ./build/src/domain/check.js
var check = __webpack_require__(1766);
// EXTERNAL MODULE: ./build/src/domain/error-text.js
var error_text = __webpack_require__(8210);
// EXTERNAL MODULE: ./build/src/domain/first-contact.js
var first_contact = __webpack_require__(4681);
// EXTERNAL MODULE: ./build/src/domain/handover.js
var domain_handover = __webpack_require__(4111);
;// CONCATENATED MODULE: ./build/src/domain/project.js

/** What mix knows of the project. */
const projectSchema = schemas/* object */.Ikc({
    app: schemas/* string */.YjP().nullable(),
    version: schemas/* string */.YjP().nullable(),
    /** By name, of the apps and of the releases. */
    versions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().nullable()),
    umbrella: schemas/* boolean */.zMY(),
    /** Absolute folders of the apps, by name: one, or those of an umbrella. */
    folders: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    releases: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** The one that `mix release` makes when it is given no name; null where mix would make none. */
    release: schemas/* string */.YjP().nullable(),
    /** Why this one: `named` where mix has to be given its name. */
    chosen: schemas/* string */.YjP().optional(),
    /** Direct dependencies, each with the builds that mix.exs keeps it to; none means all. */
    deps: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())),
    aliases: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())),
    /** Absolute folders of path dependencies; null or absent where mix cannot say. */
    paths: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    /** Hex's version; null when it is not installed. */
    hex: schemas/* string */.YjP().nullable(),
    elixir: schemas/* string */.YjP(),
    otp: schemas/* string */.YjP(),
});
/**
 * The version that ships as mix resolves it: the release's, and in an umbrella that of the release or app of this name;
 * null when mix names none.
 */
function project_versionOf(project, name) {
    const shipped = project.umbrella ? name : (project.release ?? name);
    return project.versions[shipped] ?? project.version;
}

// EXTERNAL MODULE: ./build/src/domain/result.js
var domain_result = __webpack_require__(2877);
;// CONCATENATED MODULE: ./build/src/validation/cache/build-cache.js


/** Verifier at what caches brought: the compiled builds, and our own results. */
async function warmthOf(files, project, cachePath) {
    const [test, prod, results] = await Promise.all([
        files.exists((0,external_node_path_.join)(project, "_build/test/lib")),
        files.exists((0,external_node_path_.join)(project, "_build/prod/lib")),
        files.exists((0,external_node_path_.join)(cachePath, "results")),
    ]);
    return { test, prod, results };
}
/**
 * What was warm and what was cold, and what a missing cache cost, a sentence each. `compiledMs` is what compiling took
 * by build; absent where it was not needed.
 */
function saysWarmth(before, compiledMs, reused) {
    const builds = ["test", "prod"].flatMap((env) => {
        const ms = compiledMs[env];
        if (ms === undefined)
            return [];
        const took = `compiling took ${(ms / 1_000).toFixed(1)} s`;
        if (before[env])
            return [`\`_build/${env}\` was warm: ${took}.`];
        return [
            `\`_build/${env}\` was cold: ${took}, which a restored cache of \`_build\` and \`deps\` saves the next run.`,
        ];
    });
    const taken = reused.judged.size;
    if (reused.why !== undefined)
        return [...builds, `No result of an earlier run was taken: ${reused.why}.`];
    const results = before.results
        ? `${(0,plural/* counted */.h)(taken, "result was", "results were")} taken from earlier runs.`
        : "No results of earlier runs were there: restore `cache-path` with actions/cache to have them.";
    return [...builds, results];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/src/domain/json.js
var json = __webpack_require__(8986);
;// CONCATENATED MODULE: ./build/src/validation/cache/result-store.js



const keptSchema = schemas/* object */.Ikc({
    schema_version: schemas/* literal */.euz(1),
    run_id: schemas/* string */.YjP(),
    run_url: schemas/* string */.YjP(),
    at: iso/* datetime */.w$(),
    value: schemas/* unknown */.L5J(),
});
/** How many results of one kind are kept. */
const keepsOfEach = 20;
const maxBytes = 8 << 20;
/** The store in the folder `cachePath`. */
function resultStore(cachePath, files) {
    const results = (0,external_node_path_.join)(cachePath, "results");
    async function read(path) {
        try {
            const text = await files.read(path, maxBytes);
            return text === null ? null : (keptSchema.safeParse((0,json/* readJson */.V)(text)).data ?? null);
        }
        catch {
            // What cannot be read is found out anew.
            return null;
        }
    }
    return {
        async find(id, key, schema) {
            const kept = await read((0,external_node_path_.join)(results, id, `${key}.json`));
            const value = schema.safeParse(kept?.value);
            return kept === null || !value.success ? null : { runId: kept.run_id, runUrl: kept.run_url, value: value.data };
        },
        async keep(id, key, value, run, at) {
            const folder = (0,external_node_path_.join)(results, id);
            await files.write((0,external_node_path_.join)(cachePath, ".gitignore"), "*\n");
            const kept = { schema_version: 1, run_id: run.runId, run_url: run.runUrl, at: at.toISOString(), value };
            await files.write((0,external_node_path_.join)(folder, `${key}.json`), `${JSON.stringify(kept)}\n`);
            const names = await files.list(folder);
            if (names.length <= keepsOfEach)
                return;
            const aged = await Promise.all(names.map(async (name) => ({ name, at: (await read((0,external_node_path_.join)(folder, name)))?.at ?? "" })));
            for (const { name } of aged.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(keepsOfEach))
                await files.remove((0,external_node_path_.join)(folder, name));
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/domain/release.js
var domain_release = __webpack_require__(5783);
;// CONCATENATED MODULE: ./build/src/validation/cache/reuse.js






const code = /\.(ex|exs|eex|heex|leex|erl|hrl|yrl|xrl|sface)$/;
const lock = /(^|\/)mix\.(exs|lock)$/;
/**
 * What each check reads. Only what is named here may be taken from an earlier run: what asks the outside (advisories,
 * databases, tags) may not. Tests and compilation can read any file of the repository. Workflows they do not see; but
 * the containers that the tests ask are named there.
 */
const reads = {
    project: anyFile,
    compile: anyFile,
    format: anyFile,
    test: (path) => anyFile(path) || path.startsWith(".github/workflows/"),
    coverage: (path) => anyFile(path) || path.startsWith(".github/workflows/"),
    release: anyFile,
    credo: (path) => code.test(path) || lock.test(path),
    sobelow: (path) => code.test(path) || lock.test(path) || /(^|\/)\.sobelow/.test(path),
    dialyzer: (path) => code.test(path) || lock.test(path) || /(^|\/)\.dialyzer_ignore/.test(path),
};
/** What may ask a database or a service, whose state is no part of any key. */
const asking = ["test", "coverage"];
function anyFile(path) {
    return !path.startsWith(".github/");
}
/** The key of a result: a sha256 over all that it rests on; null for a check whose result must be found out anew. */
function keyOf(id, basis) {
    const wanted = reads[id];
    if (wanted === undefined || (basis.ships && asking.includes(id)))
        return null;
    if (id !== "project" && basis.outside === null)
        return null;
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const { elixir, otp, job, project, rules, files, ignored, outside } = basis;
    hash.update(JSON.stringify([
        2,
        id,
        elixir,
        otp,
        job.bundle,
        job.environment,
        process.platform,
        process.arch,
        project,
        id === "project" ? null : (rules[id] ?? null),
        ignored,
        id === "project" ? null : outside,
    ]));
    for (const [path, oid] of files)
        if (wanted(path))
            hash.update(`${path}\0${oid}\0`);
    return hash.digest("hex");
}
/** Only a pass is kept: a failure is looked at again. */
const passSchema = schemas/* object */.Ikc({
    verdict: schemas/* literal */.euz("pass"),
    reason_code: schemas/* literal */.euz("passed"),
    says: schemas/* string */.YjP(),
    facts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).default({}),
    findings: schemas/* array */.YOg(domain_result/* findingSchema */.$f).default([]),
});
const nothingReused = { project: null, judged: new Map(), release: null };
/** What an earlier run's mix knew of the project; null where none is kept for this basis. */
async function knownProject(store, basis) {
    const key = keyOf("project", basis);
    return key === null ? null : ((await store.find("project", key, projectSchema))?.value ?? null);
}
/**
 * The results that may stand for this run. A release is taken only where its very bytes still lie in the folder that
 * jobs pass on.
 */
async function reuse(store, basis, wanted) {
    const find = async (id, schema) => {
        const key = keyOf(id, basis);
        return key === null ? null : store.find(id, key, schema);
    };
    const judged = new Map();
    for (const id of wanted.checks) {
        const kept = id === "release" ? null : await find(id, passSchema);
        if (kept !== null)
            judged.set(id, { judgement: asIn(kept), durationMs: 0 });
    }
    // One test run serves both: without the tests there is no coverage to find out anew.
    if (!judged.has("test"))
        judged.delete("coverage");
    if (wanted.checks.includes("coverage") && !judged.has("coverage"))
        judged.delete("test");
    const project = await knownProject(store, basis);
    const kept = wanted.checks.includes("release")
        ? await find("release", schemas/* object */.Ikc({ judgement: passSchema, release: domain_release/* releaseSchema */.By }))
        : null;
    // Another commit may have the same files: a release names the one that it was built from.
    const mine = kept?.value.release.git_sha === wanted.head;
    if (kept === null || !mine || !(await lies(kept.value.release, wanted)))
        return { project, judged, release: null };
    judged.set("release", { judgement: asIn({ ...kept, value: kept.value.judgement }), durationMs: 0 });
    return { project, judged, release: kept.value.release };
}
/** Keeps what this run found out, for the runs after it. */
async function keep(store, basis, found, run, at) {
    const put = async (id, value) => {
        const key = keyOf(id, basis);
        if (key !== null)
            await store.keep(id, key, value, run, at);
    };
    await put("project", found.project);
    for (const [id, { judgement }] of found.judged) {
        if (judgement.verdict !== "pass" ||
            judgement.reason_code !== "passed" ||
            judgement.facts?.["as_in_run"] !== undefined)
            continue;
        const { verdict, reason_code, says, facts = {}, findings = [] } = judgement;
        const pass = { verdict, reason_code, says, facts, findings };
        if (id !== "release")
            await put(id, pass);
        else if (found.release !== null)
            await put(id, { judgement: pass, release: found.release });
    }
}
function asIn({ runId, runUrl, value }) {
    return { ...value, facts: { ...value.facts, as_in_run: runId, as_in_run_url: runUrl } };
}
/** The tarball and its manifest lie there as they were made. */
async function lies(release, { releaseFolder, files }) {
    const manifest = await files.read((0,external_node_path_.join)(releaseFolder, "manifest.json"), 1 << 20).catch(() => null);
    return (manifest === (0,domain_release/* manifestOf */.$V)(release) &&
        (await files.digest((0,external_node_path_.join)(releaseFolder, release.file)))?.sha256 === release.digest);
}

;// CONCATENATED MODULE: ./build/src/validation/graph.js
/**
 * Runs every node once, heavy ones at most `cores` at a time, longest first, each after what it needs. `stop` asks
 * before each start. Returns results by id.
 */
async function runGraph(nodes, cores, stop = () => false) {
    const known = new Set(nodes.flatMap((node) => [node.id, ...(node.signals ?? [])]));
    for (const node of nodes)
        for (const need of node.needs)
            if (!known.has(need))
                throw new Error(`Node ${node.id} needs ${need}, which does not exist`);
    const results = new Map();
    const given = new Set();
    const waiting = [...nodes].sort((a, b) => b.cost - a.cost);
    const running = new Map();
    let wake = Promise.withResolvers();
    const give = (ids) => {
        for (const id of ids)
            given.add(id);
        wake.resolve();
        wake = Promise.withResolvers();
    };
    const free = (node) => node.needs.every((need) => given.has(need)) &&
        (node.light === true || [...running.keys()].filter((one) => one.light !== true).length < Math.max(1, cores));
    for (;;) {
        while (!stop()) {
            const index = waiting.findIndex(free);
            const [node] = index < 0 ? [] : waiting.splice(index, 1);
            if (node === undefined)
                break;
            running.set(node, node
                .run((id) => give([id]))
                .then((value) => {
                results.set(node.id, value);
                running.delete(node);
                give([node.id, ...(node.signals ?? [])]);
            }));
        }
        if (running.size === 0)
            return results;
        await Promise.race([...running.values(), wake.promise]);
    }
}

// EXTERNAL MODULE: ./build/src/assets.js
var assets = __webpack_require__(8340);
;// CONCATENATED MODULE: ./build/src/commands/mix.js
/** Runs one of our Mix tasks in the user's project without touching it: `elixir -r` loads our files first. */
function mixTask(files, task, args) {
    return ["elixir", ...files.flatMap((file) => ["-r", file]), "-S", "mix", task, ...args];
}
/**
 * The same with our files compiled. All are loaded at once: from 1.15 on mix takes from the path what the project does
 * not name.
 */
function compiledMixTask(folder, task, args) {
    const name = 'file |> Path.basename(".beam") |> String.to_atom()';
    const files = `Path.wildcard(Path.join(${elixirString(folder)}, "*.beam"))`;
    const load = `for file <- ${files}, do: {:module, _} = ${name} |> :code.ensure_loaded()`;
    return ["elixir", "-pa", folder, "-e", load, "-S", "mix", task, ...args];
}
/** Compiles Elixir files into a folder. */
function compileElixir(files, folder) {
    return ["elixirc", "--ignore-module-conflict", "-o", folder, ...files];
}
/** Code that makes our modules known in another VM than mix's: from their text, in this order, or compiled. */
function loadModules(helpers, names) {
    if ("compiled" in helpers)
        return `Code.prepend_path(${elixirString(helpers.compiled)})`;
    const files = names.map((name) => elixirString(`${helpers.text}/${name}.exs`));
    return `for file <- [${files.join(", ")}], do: Code.require_file(file)`;
}
/** Text as a literal of Elixir in which nothing is interpolated. */
function elixirString(text) {
    return `"${text.replaceAll(/[\\"#]/g, "\\$&")}"`;
}

;// CONCATENATED MODULE: ./build/src/validation/helpers.js




const texts = Object.entries(assets.assets).filter(([name]) => name.startsWith("elixir/"));
/** The compiled helpers where an earlier run left them below `cachePath`, else their text, written into `temp`. */
async function openHelpers(files, temp, cachePath, versions) {
    const folder = versions === null ? null : compiledIn(cachePath, versions);
    if (folder !== null && (await files.exists(folder)))
        return { compiled: folder };
    for (const [name, text] of texts)
        await files.write((0,external_node_path_.join)(temp, name), text);
    return { text: (0,external_node_path_.join)(temp, "elixir") };
}
/**
 * Compiles the helpers for the runs after this one: loading them as text costs each VM a quarter of a second of CPU,
 * the migrations' one a whole. Where it fails, the next run loads the text again.
 */
async function keepHelpers({ shell, files, limitMs }, helpers, cachePath, versions) {
    if ("compiled" in helpers)
        return;
    const folder = compiledIn(cachePath, versions);
    const beside = `${folder}.new`;
    await files.remove((0,external_node_path_.join)(cachePath, "helpers"));
    await files.makeFolder(beside);
    const sources = texts.map(([name]) => (0,external_node_path_.join)(helpers.text, "..", name));
    const { code } = await shell.run({ argv: compileElixir(sources, beside), limitMs, onCancel: "end" });
    if (code === 0)
        await files.move(beside, folder);
}
function compiledIn(cachePath, { elixir, otp }) {
    const key = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([elixir, otp, texts]))
        .digest("hex")
        .slice(0, 16);
    return (0,external_node_path_.join)(cachePath, "helpers", key);
}

// EXTERNAL MODULE: ./build/src/commands/git.js
var git = __webpack_require__(8336);
;// CONCATENATED MODULE: ./build/src/validation/migration-base.js


/** A migration's file, as Ecto names them. */
const migration = /\/\d+_[^/]*\.exs$/;
/**
 * The migrations that the base had, for our Elixir: one line each, `same`, `changed` or `gone` since, and the absolute
 * path. On a pull request the base is the commit that it is merged onto, else the newest version tag before this
 * commit.
 */
async function migrationBase(world) {
    const { repository, shell, files, job, project, tags } = world;
    const none = (why) => ({ revision: null, list: null, why });
    const head = await repository.head();
    const pullRequest = /^(pull_request|merge_group)/.test(job.eventName);
    let revision = "HEAD^1";
    if (pullRequest) {
        // Only GitHub's own merge commit has the base branch as its first parent.
        if (head.sha !== job.sha)
            return none("the checkout is not the merge commit of this pull request");
    }
    else {
        const told = await shell.run({
            argv: (0,git/* newestVersionTag */.V)(tags),
            cwd: job.workspace,
            limitMs: 30_000,
            onCancel: "end",
        });
        revision = told.code === 0 ? told.stdout.trim() : "";
        if (revision === "") {
            const shallow = await repository.isShallow();
            return none(shallow
                ? "no version tag is reachable; `fetch-depth: 0` brings them"
                : "there is no version tag before this commit");
        }
    }
    const [before, now] = await Promise.all([repository.filesAt(revision, project), repository.filesAt("HEAD", project)]);
    if (before === null || now === null)
        return none(`${revision} is not in this checkout; \`fetch-depth: 0\` brings it`);
    const lines = [...before]
        .filter(([path]) => migration.test(path))
        .map(([path, id]) => `${now.get(path) === undefined ? "gone" : now.get(path) === id ? "same" : "changed"} ${path}`);
    const list = (0,external_node_path_.join)(job.temp, "migrations-at-base.txt");
    await files.write(list, `${lines.join("\n")}\n`);
    return { revision: pullRequest ? "the base branch" : revision, list };
}

;// CONCATENATED MODULE: ./build/src/checks/printed.js

/** How a tool of the project ended, run as a person would run it. */
const printed = { code: schemas/* int */.Whr(), stdout: schemas/* string */.YjP(), stderr: schemas/* string */.YjP() };
const printedSchema = schemas/* object */.Ikc(printed);

;// CONCATENATED MODULE: ./build/src/checks/credo.js






/**
 * credo, how many files and checks it worked with, and the issues that its configuration lets inform only; null where
 * it did not come so far.
 */
const credoSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    ...printed,
    read: schemas/* object */.Ikc({
        files: schemas/* int */.Whr(),
        checks: schemas/* int */.Whr(),
        informing: schemas/* array */.YOg(schemas/* object */.Ikc({ check: schemas/* string */.YjP(), filename: schemas/* string */.YjP(), line_no: schemas/* int */.Whr().nullable(), message: schemas/* string */.YjP() }))
            .optional(),
    })
        .nullable(),
});
const report = schemas/* object */.Ikc({
    issues: schemas/* array */.YOg(schemas/* object */.Ikc({
        category: schemas/* string */.YjP(),
        check: schemas/* string */.YjP(),
        filename: schemas/* string */.YjP(),
        line_no: schemas/* int */.Whr().nullable(),
        column: schemas/* int */.Whr().nullish(),
        message: schemas/* string */.YjP(),
    })),
});
/** From here on the exit code is a fault of the tool; below it is a set of issue categories. */
const toolFault = 128;
/**
 * No issue in the files that there are (Phase 6: mix credo --strict). What credo left out, files or checks, is never a
 * pass.
 */
function judgeCredo(seen, path) {
    const tail = tailOf(seen);
    const errors = plain(seen.stderr);
    const parsed = parse(plain(seen.stdout));
    if (seen.code >= toolFault || parsed === null)
        return broken(seen, path, errors, tail);
    const excluded = [...errors.matchAll(/^ {1,8}\d+\) (.+)$/gm)].map(([, file = ""]) => file);
    if (excluded.length > 0 || errors.includes("could not be parsed")) {
        return {
            verdict: "error",
            reason_code: "syntax_error",
            says: `credo left out files that it could not parse: ${excluded.map(path).join(", ")}.`,
            remedy: "Fix their syntax.",
            findings: excluded.map((file) => ({
                severity: "error",
                file: path(file),
                line: 1,
                message: "credo could not parse this file.",
            })),
            tail,
        };
    }
    const unknown = [...errors.matchAll(/Ignoring an undefined check: (\S+)/g)].map(([, check = ""]) => check);
    if (unknown.length > 0)
        return misconfigured(path, `credo ignored checks that it does not know: ${unknown.join(", ")}.`, tail);
    const { read } = seen;
    const informing = new Set((read?.informing ?? []).map(credo_keyOf));
    // Nothing sets the exit code where every check that found something has `exit_status: 0`.
    const informs = (one) => informing.has(credo_keyOf(one)) || (seen.code === 0 && read !== null);
    const failing = parsed.issues.filter((one) => !informs(one));
    const informed = parsed.issues.length - failing.length;
    const facts = {
        issues: failing.length,
        informing: informed,
        files: read?.files ?? null,
        checks: read?.checks ?? null,
    };
    const findings = parsed.issues.map((one) => ({ ...credo_findingOf(one, path), severity: informs(one) ? "notice" : "warning" }));
    const rest = informed === 0 ? "" : ` ${informed} more inform only (\`exit_status: 0\`).`;
    if (failing.length > 0) {
        const categories = [...new Set(failing.map((one) => one.category))].sort();
        return {
            verdict: "fail",
            reason_code: "issues_found",
            says: `${(0,plural/* counted */.h)(failing.length, "issue")} (${categories.join(", ")}).${rest}`,
            remedy: "Fix each, or configure the check in .credo.exs.",
            facts,
            findings,
        };
    }
    if (seen.code !== 0)
        return couldNotRun("mix credo", errors, `it named no issue and ended with ${seen.code}.`, tail);
    if (read === null)
        return couldNotRun("mix credo", errors, "it does not say which files it read.", tail);
    if (read.files === 0)
        return misconfigured(path, "credo found no file to read, so that it has no issue says nothing.", tail, "`files: %{included: …}`");
    if (read.checks === 0)
        return misconfigured(path, "credo runs no check at all.", tail, "`checks`");
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${informed === 0 ? "No issues" : "No issues that count"} in ${(0,plural/* counted */.h)(read.files, "file")}, by ${(0,plural/* counted */.h)(read.checks, "check")}.${informed === 0 ? "" : ` ${informed} inform only (\`exit_status: 0\`).`}`,
        facts,
        findings,
    };
}
/** What tells an issue from every other. */
function credo_keyOf(one) {
    return JSON.stringify([one.check, one.filename, one.line_no, one.message]);
}
function credo_findingOf(one, path) {
    const place = placed({ file: one.filename, line: one.line_no, column: one.column }, path);
    return { severity: "warning", message: one.message, rule: one.check, ...place };
}
/** credo could not do its work; a configuration that does not parse is named with its place. */
function broken(seen, path, errors, tail) {
    const [, file, line] = /:badconfig, "([^"\n]{1,500})"(?:.{0,2000}?\bline: (\d+))?/.exec(errors) ?? [];
    if (file === undefined) {
        const otherwise = firstLine(errors) || `it ended with ${seen.code}.`;
        return couldNotRun("mix credo", `${errors}\n${plain(seen.stdout)}`, otherwise, tail);
    }
    const why = /description: "([^"\n]{1,500})"/.exec(errors)?.[1] ?? "it is no valid Elixir";
    return {
        verdict: "error",
        reason_code: "syntax_error",
        says: `credo cannot read its configuration ${path(file)}: ${why}.`,
        remedy: "Fix its syntax.",
        findings: [
            { severity: "error", message: why, ...placed({ file, line: line === undefined ? 1 : Number(line) }, path) },
        ],
        tail,
    };
}
function misconfigured(path, says, tail, where = "the names of checks") {
    const remedy = `Look at ${where} in ${path(".credo.exs")}; at the root of an umbrella the paths begin with \`apps/\`.`;
    return { verdict: "error", reason_code: "not_judged", says, remedy, tail };
}
/** Dependencies that had to be compiled speak first: the report begins at the first line that begins with `{`. */
function parse(stdout) {
    const start = /^\{(?:$|")/m.exec(stdout);
    return start === null ? null : (report.safeParse((0,json/* readJson */.V)(stdout.slice(start.index))).data ?? null);
}

;// CONCATENATED MODULE: ./build/src/checks/deps-audit.js




const depsAuditSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    ...printed,
    /** Packages of Hex in mix.lock. */
    packages: schemas/* int */.Whr(),
    ignored: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Advisories that lie beside mix_audit, and whether git brought them in this run. */
    database: schemas/* object */.Ikc({ advisories: schemas/* int */.Whr(), fetched: schemas/* boolean */.zMY() }),
});
const deps_audit_text = schemas/* string */.YjP().nullish();
const deps_audit_report = schemas/* object */.Ikc({
    pass: schemas/* boolean */.zMY(),
    vulnerabilities: schemas/* array */.YOg(schemas/* object */.Ikc({
        advisory: schemas/* object */.Ikc({
            id: schemas/* string */.YjP(),
            severity: deps_audit_text,
            title: deps_audit_text,
            url: deps_audit_text,
            first_patched_versions: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        }),
        dependency: schemas/* object */.Ikc({ package: schemas/* string */.YjP(), version: schemas/* string */.YjP(), lockfile: deps_audit_text }),
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
    const tail = tailOf(seen);
    const told = deps_audit_parse(plain(seen.stdout));
    if (told === null) {
        const errors = plain(seen.stderr);
        return couldNotRun("mix deps.audit", `${plain(seen.stdout)}\n${errors}`, firstLine(errors) || "it left no report.", tail);
    }
    const found = told.vulnerabilities;
    if (found.length > 0) {
        return {
            verdict: "fail",
            reason_code: "vulnerabilities_found",
            says: `${found.length} known ${found.length === 1 ? "vulnerability" : "vulnerabilities"}: ${[...new Set(found.map((one) => one.dependency.package))].join(", ")}.`,
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
        remedy: "Run again where github.com can be reached: mix_audit clones mirego/elixir-security-advisories into `~/.local/share`.",
        facts,
        tail,
    });
    if (packages === 0)
        return { ...noPackages, facts };
    if (database.advisories === 0)
        return unjudged("network_failed", "mix_audit had no advisories to compare with, which it takes for a pass.");
    if (!told.pass)
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
        `${dependency.package} ${dependency.version} - ${advisory.id}${advisory.severity ? ` (${advisory.severity.toUpperCase()})` : ""}`,
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
function deps_audit_parse(stdout) {
    for (const line of stdout.split("\n")) {
        const read = line.startsWith('{"') ? deps_audit_report.safeParse((0,json/* readJson */.V)(line)).data : undefined;
        if (read !== undefined)
            return read;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/checks/dialyzer.js





/** dialyzer, and where its PLT lies, whether it was there or had to be made, and the milliseconds that this took. */
const dialyzerSchema = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ status: schemas/* literal */.euz("no_dialyzer") }),
    schemas/* object */.Ikc({
        status: schemas/* literal */.euz("ran"),
        ...printed,
        plt: schemas/* object */.Ikc({ file: schemas/* string */.YjP(), state: schemas/* enum */.k5n(["warm", "updated", "built"]), took: schemas/* int */.Whr() }),
    }),
]);
/**
 * `lib/a.ex:49:13:pattern_match The pattern …`, on standard error; OTP 25 and earlier may name no column, or neither
 * file nor line.
 */
const warning = /^([^:\n]*):(\d+)(?::(\d+))?:([a-z_]+) (.+)$/gm;
/** What dialyxir ends with. A warning is skipped where .dialyzer_ignore.exs says so, and counted all the same. */
const dialyzer_total = /^Total errors: (\d+), Skipped: (-?\d+), Unnecessary Skips: \d+$/m;
/** How dialyzer's own failures begin, on either stream. */
const failure = ":dialyzer.run error: ";
/**
 * No warnings (Phase 6: mix dialyzer). The count that dialyxir prints is the evidence; the warnings that it names must
 * be as many.
 */
function judgeDialyzer(seen, path) {
    if (seen.status === "no_dialyzer") {
        return {
            verdict: "error",
            reason_code: "tool_missing",
            says: "This Erlang has no dialyzer application.",
            remedy: "Debian and Ubuntu ship it apart: `apt-get install erlang-dialyzer`. erlef/setup-beam brings it along.",
        };
    }
    const { plt } = seen;
    const made = {
        warm: "The PLT was warm.",
        updated: `The PLT was brought up to date in ${seconds(plt.took)} s.`,
        built: `The PLT was built in ${seconds(plt.took)} s.`,
    }[plt.state];
    const facts = { plt: plt.state, plt_file: path(plt.file), plt_seconds: seconds(plt.took) };
    const output = plain(seen.stdout);
    const errors = plain(seen.stderr);
    const tail = tailOf(seen);
    const [, warnings, skips] = dialyzer_total.exec(output) ?? [];
    const skipped = Math.max(0, Number(skips));
    const standing = Number(warnings) - skipped;
    const findings = [...errors.matchAll(warning), ...output.matchAll(warning)].map(([, file = "", line = "", column, rule = "", message = ""]) => ({
        severity: "warning",
        message,
        rule,
        ...placed({ file, line: Number(line), column: column === undefined ? null : Number(column) }, path),
    }));
    const seenFacts = { ...facts, warnings: findings.length, skipped };
    const all = `${errors}\n${output}`;
    if (/unused filters present/.test(errors)) {
        const names = /^Unused filters:\n((?:[^\n]+\n)*)/m.exec(output)?.[1]?.trim() ?? "";
        const beside = standing > 0 ? ` Beside it stand ${standing} warnings, which dialyxir does not name then.` : "";
        return {
            verdict: "fail",
            reason_code: "issues_found",
            says: `The ignore file has filters that no warning matches.${beside}`,
            remedy: "Take them out of .dialyzer_ignore.exs.",
            facts: seenFacts,
            findings: [
                { severity: "warning", rule: "unused_filter", message: names, file: path(".dialyzer_ignore.exs"), line: 1 },
            ],
            tail,
        };
    }
    if (warnings === undefined || all.includes(failure))
        return { ...couldNotRun("mix dialyzer", all, reasonOf(all) || `it ended with ${seen.code}.`, tail), facts };
    if (standing > 0 || findings.length > 0) {
        const count = Math.max(standing, findings.length);
        const unread = count - findings.length;
        return {
            verdict: "fail",
            reason_code: "issues_found",
            says: `${(0,plural/* counted */.h)(count, "warning")}. ${made}`,
            remedy: `Fix each, or list it in .dialyzer_ignore.exs.${unread > 0 ? ` ${unread} of them are in the output alone.` : ""}`,
            facts: seenFacts,
            findings,
            ...(unread > 0 ? { tail } : {}),
        };
    }
    if (seen.code !== 0)
        return { ...couldNotRun("mix dialyzer", errors, `it counts no warning and ended with ${seen.code}.`, tail), facts };
    const rest = skipped > 0 ? ` ${skipped} skipped by .dialyzer_ignore.exs.` : "";
    return { verdict: "pass", reason_code: "passed", says: `No warnings.${rest} ${made}`, facts: seenFacts };
}
/** What dialyzer itself says of its failure, before anything else that was printed. */
function reasonOf(words) {
    const lines = words.split("\n");
    return firstLine(lines.find((one) => one.includes(failure)) ?? words);
}
function seconds(ms) {
    return Math.round(ms / 100) / 10;
}

;// CONCATENATED MODULE: ./build/src/checks/hex-audit.js



/** Hex's version, and how many of its packages are in mix.lock. */
const hexAuditSchema = schemas/* object */.Ikc({ status: schemas/* literal */.euz("ran"), ...printed, hex: schemas/* string */.YjP(), packages: schemas/* int */.Whr() });
/** Says that advisories were consulted, and none was found: only Hex 2.5 and later write it. */
const clean = /^No retired or security advisory packages found$/m;
/**
 * No retired package, no advisory (Phase 6: mix hex.audit), by the sentences that prove that the registry was asked:
 * Hex sets its exit code when the VM ends, so the code says nothing of what was found.
 */
function judgeHexAudit(seen, path) {
    const { hex, packages, ...ran } = seen;
    const output = plain(ran.stdout);
    const errors = plain(ran.stderr);
    const tail = tailOf(ran);
    if (ran.code === 0 && packages === 0 && errors.trim() === "")
        return { ...hex_audit_noPackages, facts: { hex, packages } };
    if (!advises(hex)) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `Hex ${hex} knows retired packages only, not security advisories.`,
            remedy: "Run `mix local.hex --force` before this step: Hex 2.5 or later is needed.",
            tail,
        };
    }
    const lock = path("mix.lock");
    const findings = [
        ...section(output, "Retired", "retired", "warning", lock),
        ...section(output, "Advisories", "advisory", "error", lock),
    ];
    const ignored = accepted
        .flatMap((heading) => section(output, heading, "", "notice", lock))
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
    if (/Failed to fetch record/.test(errors)) {
        return {
            verdict: "inconclusive",
            reason_code: "network_failed",
            says: "The registry could not be asked: Hex answered from what it had.",
            remedy: "Run again when hex.pm can be reached from the job.",
            facts,
            tail,
        };
    }
    if (ran.code === 0 && packages === 0)
        return { ...hex_audit_noPackages, facts };
    // What is ignored is listed after what is not: a list of the one shows that there was none of the other.
    if (ran.code === 0 && (clean.test(output) || ignored.length > 0))
        return {
            verdict: "pass",
            reason_code: "passed",
            says: `${packages} packages, none retired and no advisory.${rest}`,
            facts,
        };
    return couldNotRun("mix hex.audit", `${output}\n${errors}`, firstLine(errors) || `it ended with ${ran.code} without its verdict.`, tail);
}
/** Findings that the project's settings or its organization's policy accept. */
const accepted = ["Policy-accepted retired", "Policy-accepted advisories", "Ignored retired", "Ignored advisories"];
/** `plug 1.19.2 - …`. */
const entry = /^\S+ \S+ - ./;
/** No dependency, or path and git dependencies alone: Hex says that all is well, having looked at nothing. */
const hex_audit_noPackages = {
    verdict: "not-run",
    reason_code: "not_applicable",
    says: "The project has no package of Hex, so there was nothing to ask the registry for.",
};
/** The entries below a heading: `  plug 1.19.2 - EEF-… (HIGH)`, with what is indented further as its text. */
function section(output, heading, rule, severity, file) {
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

;// CONCATENATED MODULE: ./build/src/checks/sobelow.js








const sobelowSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    scans: schemas/* array */.YOg(schemas/* object */.Ikc({
        /** The app's absolute folder. */
        folder: schemas/* string */.YjP(),
        /** The text of the report; null when none was written. */
        report: schemas/* string */.YjP().nullable(),
        /** Source files that there are, and the absolute paths of those that cannot be parsed. */
        files: schemas/* int */.Whr(),
        unread: schemas/* array */.YOg(schemas/* string */.YjP()),
        ...printed,
    })),
});
const found = schemas/* array */.YOg(schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr(), type: schemas/* string */.YjP(), variable: schemas/* string */.YjP().nullish() }));
const sobelow_report = schemas/* object */.Ikc({
    findings: schemas/* object */.Ikc({ high_confidence: found, medium_confidence: found, low_confidence: found }),
    sobelow_version: schemas/* string */.YjP().default("unknown"),
    total_findings: schemas/* int */.Whr(),
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
        const read = sobelow_parse(scan.report);
        if (read === null)
            return notScanned(scan, path);
        const named = namedIn(read, scan.folder, path);
        if (named.length !== read.total_findings)
            return couldNotRun("mix sobelow", "", `its report counts ${read.total_findings} and names ${named.length}.`, tailOf(scan));
        all.push(...named);
        // The checks of routers and pipelines are left out then, and all others are made.
        if (plain(scan.stderr).includes("cannot find the router"))
            withoutRouter.push(path(scan.folder) || "the project");
    }
    const files = scans.reduce((total, scan) => total + scan.files, 0);
    if (files === 0)
        return couldNotRun("mix sobelow", "", "there is no source file to scan.");
    const unread = scans.flatMap((scan) => scan.unread).map(path);
    if (unread.length > 0) {
        return {
            verdict: "error",
            reason_code: "syntax_error",
            says: `sobelow left out files that cannot be parsed: ${unread.join(", ")}.`,
            remedy: "Fix their syntax.",
            findings: unread.map((file) => ({
                severity: "error",
                file,
                line: 1,
                message: "sobelow could not parse this file.",
            })),
        };
    }
    const failing = all.filter((one) => check/* confidences */.E2.indexOf(one.confidence) >= check/* confidences */.E2.indexOf(least));
    const facts = {
        scanned: scans.length,
        files,
        findings: all.length,
        below_confidence: all.length - failing.length,
        not_web: withoutRouter,
    };
    const apps = `${(0,plural/* counted */.h)(scans.length, "app")}`;
    const rest = [
        ...(all.length > failing.length
            ? [` ${all.length - failing.length} below \`${least}\` confidence are shown.`]
            : []),
        ...(withoutRouter.length > 0 ? [` Not a web app, since it has no router: ${withoutRouter.join(", ")}.`] : []),
    ].join("");
    // What fails comes first; what is only shown is a notice.
    const findings = [...failing.map((one) => one.finding), ...all.filter((one) => !failing.includes(one)).map(sobelow_shown)];
    if (failing.length === 0)
        return {
            verdict: "pass",
            reason_code: "passed",
            says: `No findings in ${(0,plural/* counted */.h)(files, "file")} of ${apps}.${rest}`,
            facts,
            findings,
        };
    const high = failing.filter((one) => one.confidence === "high").length;
    return {
        verdict: "fail",
        reason_code: "vulnerabilities_found",
        says: `${(0,plural/* counted */.h)(failing.length, "finding")} in ${apps}, ${high} of high confidence.${rest}`,
        remedy: 'Fix each, or mark a false one: `# sobelow_skip ["RULE"]` above its function, or above its `pipeline` for a rule of `Config`.',
        facts,
        findings,
    };
}
function sobelow_shown({ finding }) {
    return { ...finding, severity: "notice" };
}
function namedIn({ findings }, folder, path) {
    return check/* confidences */.E2.toReversed().flatMap((confidence) => findings[`${confidence}_confidence`].map((one) => ({
        confidence,
        finding: {
            severity: severities[confidence],
            message: one.variable ? `${one.type} (variable \`${one.variable}\`)` : one.type,
            rule: one.type.split(":")[0] ?? one.type,
            ...placed({ file: one.file.startsWith("/") ? one.file : (0,external_node_path_.join)(folder, one.file), line: one.line }, path),
        },
    })));
}
function notScanned(scan, path) {
    const words = plain(`${scan.stderr}\n${scan.stdout}`).replaceAll(/^#.*$/gm, "");
    const app = path(scan.folder) || "the project";
    const otherwise = words.includes("does not appear to be a Phoenix application")
        ? `it does not take ${app} for a Phoenix application.`
        : `it left no report of ${app}${firstLine(words) === "" ? ` and ended with ${scan.code}.` : `: ${firstLine(words)}`}`;
    return couldNotRun("mix sobelow", words, otherwise, tailOf(scan));
}
function sobelow_parse(text) {
    return text === null ? null : (sobelow_report.safeParse((0,json/* readJson */.V)(text)).data ?? null);
}

;// CONCATENATED MODULE: ./build/src/checks/unused-deps.js




const unusedDepsSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    /** Packages in mix.lock. */
    packages: schemas/* int */.Whr(),
    /** Those of them that are not fetched. */
    absent: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    unused: printedSchema,
    /** Whether what is fetched is what mix.exs and mix.lock ask for. */
    loaded: printedSchema,
    /**
     * Whether mix.lock says all that mix.exs needs, and is the same afterwards: not asked where it is not fetched, or mix
     * is too old to be asked.
     */
    locked: schemas/* union */.KCZ([printedSchema.extend({ same: schemas/* boolean */.zMY() }), schemas/* object */.Ikc({ status: schemas/* literal */.euz("absent") })]),
});
/** mix.exs asks for what mix.lock does not hold, in mix's words: a lock to write anew, not a fetch that is missing. */
const disagree = /the dependency is not locked|the dependency does not match the requirement|must be updated without the --check-locked flag/;
/** mix.lock holds what mix.exs needs and nothing else (Phase 6: mix deps.unlock --check-unused). */
function judgeUnusedDeps(artefact, path) {
    const { packages, absent, unused, loaded, locked } = artefact;
    const lock = { file: path("mix.lock"), line: 1 };
    const facts = { packages };
    const names = [...plain(unused.stderr).matchAll(/^ {2}\* :(\S+)$/gm)].map(([, name = ""]) => name.replaceAll('"', ""));
    // What a package needs that is not here is not known: mix calls all of that unused.
    const unfetched = absent.filter((name) => !names.includes(name));
    if (names.length > 0 && unfetched.length > 0 && loaded.code === 0) {
        return {
            verdict: "error",
            reason_code: "dependency_failed",
            says: `Which dependencies are unused is not known: ${unfetched.length} of mix.lock are not fetched, such as ${unfetched[0]}.`,
            remedy: "Run `mix deps.get` without `--only` before this step.",
            facts,
        };
    }
    if (names.length > 0 && loaded.code === 0) {
        return {
            verdict: "fail",
            reason_code: "lock_mismatch",
            says: `mix.lock holds ${(0,plural/* counted */.h)(names.length, "dependency", "dependencies")} that nothing uses: ${names.join(", ")}.`,
            remedy: "Run `mix deps.unlock --unused` and commit.",
            facts: { ...facts, unused: names },
            findings: names.map((name) => ({ severity: "warning", rule: "unused", message: `${name} is not used.`, ...lock })),
        };
    }
    const asked = "code" in locked ? [loaded, unused, locked] : [loaded, unused];
    const refused = asked.find((one) => one.code !== 0);
    if (refused !== undefined) {
        const words = plain(`${refused.stdout}\n${refused.stderr}`);
        if (disagree.test(words)) {
            const apps = [...words.matchAll(/^\* (\S+) \(/gm)].map(([, name = ""]) => name);
            return {
                verdict: "fail",
                reason_code: "lock_mismatch",
                says: `mix.lock is not what mix.exs asks for${apps.length === 0 ? "" : `: ${apps.join(", ")}`}.`,
                remedy: "Run `mix deps.get` and commit mix.lock.",
                facts,
                findings: [{ severity: "error", rule: "lock", message: words.trim().slice(0, 2_000), ...lock }],
            };
        }
        return couldNotRun("mix deps", words, firstLine(plain(refused.stderr)) || `it ended with ${refused.code}.`, tailOf(refused));
    }
    if (packages === 0)
        return {
            verdict: "not-run",
            reason_code: "not_applicable",
            says: "The project has no dependencies: mix.lock is empty.",
            facts,
        };
    const checked = "code" in locked;
    // Of a lock that is in order mix may say nothing at all: that it was read before and after is what shows it.
    if (checked && !locked.same)
        return couldNotRun("mix deps.get --check-locked", "", "it changed mix.lock all the same.", tailOf(locked));
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

;// CONCATENATED MODULE: ./build/src/validation/artefact.js



/**
 * What our Elixir helpers leave behind: one file a step, whole or not at all, with the milliseconds that it took as
 * `ms`.
 */
const artefact_place = { file: schemas/* string */.YjP().nullish(), line: schemas/* int */.Whr().nullish(), column: schemas/* int */.Whr().nullish() };
/**
 * A step that did not come to its end: it raised, went over its limit, or stands on a tool that this build does not
 * have.
 */
const stoppedSchema = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ status: schemas/* literal */.euz("could_not_run"), message: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        status: schemas/* literal */.euz("timed_out"),
        /** Tests that were running by then. */
        running: schemas/* array */.YOg(schemas/* object */.Ikc({ module: schemas/* string */.YjP(), name: schemas/* string */.YjP(), ...artefact_place })).default([]),
    }),
    schemas/* object */.Ikc({ status: schemas/* literal */.euz("absent") }),
]);
/** Largest artefact that is read. */
const artefact_maxBytes = 64 << 20;
const stops = { absent: "absent", timed_out: "timed out", could_not_run: "stopped" };
/** Reads what a step left; when it is absent or unreadable, why the check could not be judged: that is never a pass. */
async function artefact(output, name, schema, files) {
    const text = await files.read((0,external_node_path_.join)(output.out, name), artefact_maxBytes);
    if (text === null)
        return { durationMs: output.ran.durationMs, missing: unfinished(output), why: "no file" };
    let durationMs = output.ran.durationMs;
    try {
        const content = JSON.parse(text);
        durationMs = schemas/* object */.Ikc({ ms: schemas/* number */.aig() }).safeParse(content).data?.ms ?? durationMs;
        const stopped = stoppedSchema.safeParse(content).data;
        if (stopped === undefined)
            return { durationMs, value: schema.parse(content) };
        return { durationMs, missing: explained(output, stopped), why: stops[stopped.status] };
    }
    catch {
        return {
            durationMs,
            why: "stopped",
            missing: {
                verdict: "error",
                reason_code: "not_judged",
                says: `${output.name} left ${name} in an unknown form.`,
                remedy: "Report this with the log as a fault of phoenix-deploy.",
                tail: tailOf(output.ran),
            },
        };
    }
}
/** Why a step of a VM did not come to its end. */
function explained(output, stopped) {
    switch (stopped.status) {
        case "timed_out":
            return timedOut(output, stopped.running);
        case "absent":
            return couldNotRun(output.name, "", "the tool is not among the dependencies of this build.");
        case "could_not_run":
            return raised(output, stopped.message);
    }
}

;// CONCATENATED MODULE: ./build/src/validation/vm.js


/** Kept of what a VM prints that leaves its results as artefacts: only its last words are ever shown. */
const lastWordsBytes = 256 * 1024;
/** What a VM may take besides its steps: it starts, reads mix.exs and loads our code. */
const startMs = 30_000;
/** How often a running VM's artefacts are looked for, milliseconds. */
const lookMs = 25;
/** Starts one VM with our task in the project. Its artefacts lie in a folder of its own, empty before. */
async function startVm(context, told) {
    const { files, job, shell, clock, cancellation, helpers } = context;
    const out = (0,external_node_path_.join)(job.temp, "out", told.task);
    // Each step keeps its own limit: this one is for a VM that does not come to any of them.
    const limitMs = context.limitMs * (told.serves ?? 1) + startMs;
    await files.remove(out);
    await files.makeFolder(out);
    let over = false;
    const ended = shell
        .run({
        argv: argvOf(helpers, told),
        cwd: context.project,
        env: { MIX_ENV: told.env, PD_OUT: out, PD_LIMIT_MS: String(context.limitMs), ...told.more },
        limitMs,
        onCancel: "end",
        show: true,
        ...(told.speaks ? {} : { keepBytes: lastWordsBytes }),
    })
        .then((ran) => ({ name: told.name, ran, out, limitMs, checkLimitMs: context.limitMs, path: context.path }))
        .finally(() => {
        over = true;
    });
    return {
        out,
        ended,
        async left(name) {
            for (;;) {
                const last = over;
                if (await files.exists((0,external_node_path_.join)(out, name)))
                    return true;
                if (last)
                    return false;
                // A cancelled run sleeps no more: what is left is to see the VM end.
                await (cancellation.cancelled ? ended : clock.sleep(lookMs));
            }
        },
    };
}
function argvOf(helpers, { loads, task, args = [] }) {
    if ("compiled" in helpers)
        return compiledMixTask(helpers.compiled, task, args);
    return mixTask(loads.map((name) => (0,external_node_path_.join)(helpers.text, `${name}.exs`)), task, args);
}

;// CONCATENATED MODULE: ./build/src/validation/analysis-vm.js











/** The checks that run nothing of the code: one VM serves them. */
const staticChecks = [
    "credo",
    "sobelow",
    "hex-audit",
    "deps-audit",
    "unused-deps",
    "dialyzer",
];
/** Those that wait for a server, and take no core worth counting. */
const waiting = ["hex-audit", "unused-deps", "deps-audit"];
/** The package that brings the tool of a check; the others are mix's and Hex's own. */
const analysis_vm_packages = { credo: "credo", sobelow: "sobelow", dialyzer: "dialyxir", "deps-audit": "mix_audit" };
/** What a person calls it. */
const names = {
    dialyzer: "mix dialyzer",
    credo: "mix credo",
    sobelow: "mix sobelow",
    "hex-audit": "mix hex.audit",
    "unused-deps": "mix deps.unlock --check-unused",
    "deps-audit": "mix deps.audit",
};
/** True where nothing but a server has to be waited for. */
function isLight(checks) {
    return checks.every((id) => waiting.includes(id));
}
/**
 * Judges those of the wanted checks that this build serves, in one VM; by themselves those that another one, which
 * ended it, kept from their end.
 */
async function runStatic(context, project, wanted, env, rules) {
    const judged = new Map();
    const open = [];
    for (const id of staticChecks) {
        if (!wanted.includes(id) || environmentOf(id, project) !== env)
            continue;
        const answer = known(id, project);
        if (answer === null)
            open.push(id);
        else
            judged.set(id, { judgement: answer, durationMs: 0 });
    }
    return new Map([...judged, ...(await serve(context, project, open, env, rules))]);
}
/**
 * The build that a check's tool is compiled in: the `test` build that all share, unless mix.exs keeps its package out
 * of it.
 */
function environmentOf(id, project) {
    const only = (id in analysis_vm_packages && project.deps[analysis_vm_packages[id]]) || [];
    return only.length === 0 || only.includes("test") ? "test" : "dev";
}
/** What can be said of a check before any VM starts; null when it has to be asked. */
function known(id, project) {
    if (id === "hex-audit" && Object.keys(project.deps).length === 0)
        return hex_audit_noPackages;
    if (id === "hex-audit" && project.hex === null)
        return withoutHex;
    if (id === "deps-audit" && !("mix_audit" in project.deps))
        return withoutMixAudit;
    if ((id === "credo" || id === "sobelow" || id === "dialyzer") && !(analysis_vm_packages[id] in project.deps))
        return withoutTool(id, project);
    return null;
}
/** Hex is installed beside mix, not as a dependency. */
const withoutHex = {
    verdict: "error",
    reason_code: "tool_missing",
    says: "Hex is not installed.",
    remedy: "Run `mix local.hex --force` before this step, or set `checks: {hex-audit: off}`.",
};
function withoutTool(id, { deps }) {
    const tool = analysis_vm_packages[id];
    return {
        verdict: "error",
        reason_code: "tool_missing",
        says: `${tool} is not among the dependencies.`,
        remedy: `Add \`${first_contact/* toolLines */.kQ[tool]}\` to deps in mix.exs, or set \`checks: {${id}: off}\`.`,
        facts: { package: tool, dependencies: Object.keys(deps).length },
    };
}
async function serve(context, project, checks, env, rules) {
    const judged = new Map();
    if (checks.length === 0)
        return judged;
    const vm = await startVm(context, {
        name: "The VM of the static checks",
        task: "pd.static",
        loads: ["json", "step", "tool", "coverage", "credo", "sobelow", "dialyzer", "dependencies", "static"],
        args: checks,
        env,
        more: { PD_PLT: (0,external_node_path_.join)(rules.cachePath, "plt") },
        serves: checks.length,
    });
    const output = await vm.ended;
    const unanswered = [];
    for (const id of checks) {
        const left = await judge(context, { ...output, name: names[id] }, id, project, rules);
        const shared = checks.length > 1 && output.ran.ended === "exited";
        if ("missing" in left && left.why === "no file" && shared)
            unanswered.push(id);
        else
            judged.set(id, { judgement: "missing" in left ? left.missing : left.value, durationMs: left.durationMs });
    }
    // One of them ended the VM. Which one is seen when each is asked by itself.
    for (const id of unanswered)
        for (const [only, timed] of await serve(context, project, [id], env, rules))
            judged.set(only, timed);
    return judged;
}
function judge(context, output, id, project, rules) {
    const { files, path } = context;
    const read = async (schema, judged) => {
        const left = await artefact(output, `${id}.json`, schema, files);
        if ("missing" in left)
            return left;
        return { durationMs: left.durationMs, value: shownBy(await judged(left.value), left.value) };
    };
    switch (id) {
        case "dialyzer":
            return read(dialyzerSchema, (seen) => dialyzed(context, seen, project));
        case "credo":
            return read(credoSchema, (seen) => judgeCredo(seen, path));
        case "sobelow":
            return read(sobelowSchema, (seen) => judgeSobelow(seen.scans, rules.sobelowConfidence, path));
        case "hex-audit":
            return read(hexAuditSchema, (seen) => judgeHexAudit(seen, path));
        case "unused-deps":
            return read(unusedDepsSchema, (seen) => judgeUnusedDeps(seen, path));
        case "deps-audit":
            return read(depsAuditSchema, (seen) => judgeDepsAudit(seen, path));
    }
}
/**
 * Where nothing could be judged and the tool itself exits with 0 nevertheless, its command shows nothing. sobelow
 * passes over what it cannot read.
 */
function shownBy(judgement, seen) {
    const passes = typeof seen === "object" && seen !== null && (!("code" in seen) || seen.code === 0);
    return passes && judgement.verdict !== "pass" && judgement.verdict !== "fail"
        ? { ...judgement, reproduce: "" }
        : judgement;
}
/**
 * dialyzer names files as the app that they belong to does: in an umbrella the one app that has such a file is found.
 */
async function dialyzed({ files, path }, seen, project) {
    const judgement = judgeDialyzer(seen, path);
    if (!project.umbrella)
        return judgement;
    const named = judgeDialyzer(seen, (file) => file).findings ?? [];
    const places = await withinApps(named.flatMap(({ file }) => file ?? []), project.folders, files.exists);
    return judgeDialyzer(seen, (file) => path(places.get(file) ?? file));
}

;// CONCATENATED MODULE: ./build/src/checks/migration-rules.js
const concurrently = "build it with `concurrently: true`, `@disable_ddl_transaction true` and `@disable_migration_lock true`, in a migration of its own";
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
        safe: "keep the column and name it in the schema with `source:`; or add a new one, write to both, and drop the old one later",
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
        safe: "add a column of the new type, write to both, fill it in batches; where the type stays, and no earlier migration shows it, say so with `from:`",
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
        unsafe: "It waits for the transaction that holds Ecto's migration lock, which waits for the migration: neither ever ends.",
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
        safe: "add a CHECK (… IS NOT NULL) with `validate: false`, validate it in the next migration, and set NOT NULL there",
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
        unsafe: "An earlier statement of this transaction locks a table in use: all who write to it wait until every row of the query is copied.",
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
/** Migrations of other people's code: what they do is theirs to answer for, and is said. */
const library = "library-migration";
/** Nothing in the changed migrations hurts the code that serves while they run. */
function judgeMigrationSafety(seen, base, path) {
    if (seen.files.length === 0) {
        const since = base.revision === null ? "the project has none" : `none since ${base.revision}`;
        const findings = inCode(seen, path);
        return {
            verdict: "not-run",
            reason_code: "not_applicable",
            says: `No migration is new or changed: ${since}.`,
            findings,
        };
    }
    const unsafe = seen.files.flatMap((one) => one.findings
        .filter(({ rule }) => rule !== library)
        .map((found) => ({
        severity: "warning",
        rule: found.rule,
        file: path(one.file),
        line: atLeastOne(found.line),
        message: migration_safety_explained(found),
    })));
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
            says: `${looked}: ${facts.unsafe} unsafe while the old code serves (${rules})${unreadFiles === 0 ? "" : `; ${unreadFiles} could not be read`}.`,
            remedy: "Take the safe form named at each; one that you know to be safe takes `# excellent_migrations:safety-assured-for-next-line RULE` above it.",
            facts,
            findings,
        };
    }
    const [first] = bad;
    if (first !== undefined) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `${unreadFiles} of ${(0,plural/* counted */.h)(seen.files.length, "changed migration")} could not be read: ${path(first.file)}:${atLeastOne(first.line)}: ${first.message}.`,
            remedy: "Write its operations in the migration itself. What you have read and know to be safe takes `# excellent_migrations:safety-assured-for-next-line raw_sql_executed` above it.",
            facts,
            findings,
        };
    }
    const assured = facts.assured === 0 ? "" : `; ${facts.assured} marked as assured`;
    const from = base.revision === null ? ` All migrations count as changed: ${base.why}.` : "";
    return { verdict: "pass", reason_code: "passed", says: `${looked}, none unsafe${assured}.${from}`, facts, findings };
}
function migration_safety_explained({ rule, what }) {
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
 * we looked at the same operation and know more (a new table, the SQL's words, the way down): that is said once a file,
 * and does not fail.
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
    const message = `${(0,plural/* counted */.h)(seen.in_code.length, "migration")} below \`lib\` ${seen.in_code.length === 1 ? "was" : "were"} not read, since the application runs ${seen.in_code.length === 1 ? "it" : "them"} itself: ${named.join(", ")}${more}.`;
    return [{ severity: "notice", rule: "migration-in-code", file: path(first), line: 1, message }];
}
/** What does no harm by itself, and should be known. */
function notices(seen, path) {
    const notice = (file, line, rule, message) => ({
        severity: "notice",
        rule,
        file: path(file),
        line: atLeastOne(line),
        message,
    });
    const waits = seen.files.filter((one) => one.existing && !one.lock_timeout);
    return [
        ...seen.files.flatMap(({ file, findings, assured, notices: harmless }) => [
            ...harmless.map((one) => notice(file, one.line, one.rule, mild(one))),
            ...assured.map((one) => notice(file, one.line, one.rule, `Marked as assured: \`${one.what.replaceAll("`", "'")}\`.`)),
            ...findings
                .filter(({ rule }) => rule === library)
                .map((one) => notice(file, one.line, one.rule, `\`${one.what.replaceAll("`", "'")}\` is a library's migration: what it does was not read.`)),
        ]),
        ...waits
            .slice(0, 1)
            .map(({ file }) => notice(file, 1, "lock-timeout-missing", `${(0,plural/* counted */.h)(waits.length, "migration")} on existing tables ${waits.length === 1 ? "sets" : "set"} no lock_timeout: one long query in front of it, and everything behind it waits. Set it in the migration or for the migrating role.`)),
        ...(seen.excellent?.fault == null
            ? []
            : [
                {
                    severity: "notice",
                    rule: "excellent-migrations",
                    message: `excellent_migrations did not end: ${seen.excellent.fault}`,
                },
            ]),
    ];
}
function atLeastOne(line) {
    return Math.max(1, line ?? 1);
}

;// CONCATENATED MODULE: ./build/src/checks/migrations.js





/** What kept one repo's migrations from running, by kind. */
const problemSchema = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n([
        "missing",
        "duplicate",
        "out_of_order",
        "not_compiled",
        "failed",
        "irreversible",
        "versions",
        "differs",
        "not_compared",
        "refused",
        "timed_out",
        "unreachable",
    ]),
    message: schemas/* string */.YjP(),
    step: schemas/* enum */.k5n(["base", "up", "down", "again"]).nullish(),
    file: schemas/* string */.YjP().nullish(),
    line: schemas/* int */.Whr().nullish(),
    /** Lines that were wanted (`-`) and lines that are there (`+`); `lines` is how many there were. */
    difference: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    lines: schemas/* int */.Whr().default(0),
});
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
/** The lines of a workflow that give a job its database, by adapter; PostgreSQL where none is known. */
const services = {
    "Ecto.Adapters.MyXQL": 'services: {mysql: {image: "mysql:8.4", env: {MYSQL_ALLOW_EMPTY_PASSWORD: "1"}, ports: ["3306:3306"], options: "--health-cmd mysqladmin\\ ping --health-interval 2s --health-retries 15"}}',
};
const postgres = 'services: {postgres: {image: "postgres:17", env: {POSTGRES_PASSWORD: postgres}, ports: ["5432:5432"], options: "--health-cmd pg_isready --health-interval 2s --health-retries 15"}}';
/**
 * Every migration up, the new ones down and up again, with the same schema each time (Phase 6: mix ecto.migrate, mix
 * ecto.rollback). `printed` is what the VM said meanwhile.
 */
function judgeMigrations(seen, base, path, printed = "") {
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
    const findings = [...seen.rehearsed.flatMap((one) => findingsOf(one, judged(one).says, base, path)), ...strays];
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
    const others = standing.length > 1
        ? ` The same or another fault stands in ${standing.length - 1} more of ${seen.repos.length} repos.`
        : "";
    return { ...worst.judged, says: `${worst.one.repo}: ${worst.judged.says}${others}`, facts, findings };
}
function nothingRehearsed(seen, findings) {
    if (findings.length > 0) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `${(0,plural/* counted */.h)(findings.length, "migration is", "migrations are")} there, and no repo leads to ${findings.length === 1 ? "it" : "them"}.`,
            remedy: "Name the repo in `ecto_repos` and its folder as `priv:` in its configuration, or set `checks: {migrations: off}`.",
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
    if (base.revision === null)
        return `${of}: up, down and up again on a database of their own, the schema the same each time. All count as new: ${base.why}.`;
    if (added === 0)
        return `${of}: up on a database of their own. None is new since ${base.revision}, so nothing had to come down.`;
    return `${of}: up on a database of their own; the ${added} new since ${base.revision} down and up again, the schema the same each time.`;
}
function findingsOf(one, says, base, path) {
    const { problem } = one;
    const found = [];
    // A file that is gone has no place to point at.
    if (problem !== null && problem.kind !== "missing" && problem.file != null)
        found.push({
            severity: "error",
            rule: problem.kind,
            message: says,
            ...placed({ file: problem.file, line: problem.line ?? 1 }, path),
        });
    for (const file of one.unusable)
        found.push({ severity: "error", rule: "unusable", message: extension, file: path(file), line: 1 });
    for (const file of one.changed) {
        const message = `This migration is another than at ${base.revision ?? "the base"}: where it was applied, it does not run again.`;
        found.push({ severity: "warning", rule: "changed", message, file: path(file), line: 1 });
    }
    return found;
}
const extension = "This looks like a migration and is never run: its name must end in `.exs`.";
/** What a step is called in a sentence. */
const steps = { base: "up to the base", up: "up", down: "down", again: "up again" };
function judgedOf({ problem, adapter, unusable }, printed) {
    if (problem === null)
        return failed("check_failed", `${unusable.length} of its migrations can never run.`, "Give these files the ending `.exs`.");
    const step = steps[problem.step ?? "up"];
    const words = problem.message.trim();
    const first = words.split("\n")[0]?.trim().replace(/\.$/, "") ?? "";
    const migration = problem.file == null ? "A migration" : (0,external_node_path_.basename)(problem.file);
    switch (problem.kind) {
        case "missing":
            return failed("migration_missing", `The base has applied migrations whose files are gone (** FILE NOT FOUND **): ${words}.`, "Bring the files back: from this code nobody can roll back, and Ecto skips what it cannot find.");
        case "duplicate":
            return failed("migration_failed", `Ecto refuses its migrations: ${words}.`, "Give one of them another version.");
        case "out_of_order":
            return failed("migration_out_of_order", `A new migration is older than an applied one: ${words}.`, "Give it a version above: a rollback to before this change would revert others, and leave this one.");
        case "not_compiled":
            return failed("compile_error", `${migration} does not compile: ${first}.`, "See the last lines.", words);
        case "irreversible":
            return failed("migration_irreversible", `${migration} cannot be rolled back: ${first}.`, "Write `up/0` and `down/0`, or give `execute/2` its second statement. What cannot be undone belongs in a release of its own.", words);
        case "failed":
            if (lostConnection.test(words))
                return unreachable(adapter, words, printed);
            return failed("migration_failed", `${migration} fails on the way ${step}: ${first}.`, "See the last lines.", words);
        case "versions":
            return {
                ...failed("migration_failed", `On the way ${step} schema_migrations came to hold other versions than were run: ${words}.`, "Look for a migration that changes schema_migrations itself."),
                // Ecto ends well at this.
                reproduce: "",
            };
        case "differs":
            return failed("schema_differs", problem.step === "down"
                ? `After the way down the schema is not what it was before: ${(0,plural/* counted */.h)(problem.lines, "line differs", "lines differ")}.`
                : `Going up a second time leaves another schema than the first: ${(0,plural/* counted */.h)(problem.lines, "line differs", "lines differ")}.`, "Make `down/0` undo all that `up/0` does; below, `-` was wanted and `+` is there.", problem.difference.join("\n"));
        case "not_compared":
            return {
                verdict: "inconclusive",
                reason_code: "not_judged",
                says: `Its migrations went up, down and up again, but the schema could not be compared: ${first}.`,
                remedy: "Install the tool that reads the schema of this database, or set `checks: {migrations: {level: should}}`.",
                tail: words,
            };
        case "refused":
            return {
                verdict: "error",
                reason_code: "could_not_run",
                says: `No database of its own could be used: ${first}.`,
                remedy: "Nothing was changed. Let the user of config/test.exs create databases, and drop the one named here if it is nobody's.",
                tail: words,
            };
        case "timed_out":
            return {
                verdict: "error",
                reason_code: "timed_out",
                says: "Its migrations did not end within the time limit; their database was dropped.",
                remedy: "An index built `concurrently` waits for ever for the lock of its own migration: see the check `migration-safety`. Else raise `check-timeout`.",
            };
        case "unreachable":
            return unreachable(adapter, words, printed);
    }
}
const lostConnection = /tcp (connect|recv|send)|connection not available|connection is closed/;
const driverReason = /\((?:DBConnection\.ConnectionError|Postgrex\.Error|MyXQL\.Error)\) (.*)/;
function unreachable(adapter, words, printed) {
    // The driver keeps its reason to itself, and tells the log.
    const reason = driverReason.exec(printed)?.[1] ?? words.split("\n")[0] ?? "";
    return {
        verdict: "error",
        reason_code: "database_unreachable",
        says: `No database answers, so its migrations could not be rehearsed: ${reason.trim()}.`,
        remedy: `Add to the job \`${services[adapter] ?? postgres}\` with the address and user of config/test.exs, or set \`checks: {migrations: off}\`.`,
        tail: printed === "" ? words : tailOf({ stdout: printed, stderr: "" }),
    };
}
function failed(reason_code, says, remedy, tail = "") {
    return { verdict: "fail", reason_code, says, remedy, tail };
}
/** A fault of the migrations is worth more than one of the machine. */
function rank({ verdict }) {
    return ["fail", "error", "inconclusive"].indexOf(verdict);
}
function sum(all, of) {
    return all.reduce((total, one) => total + of(one), 0);
}

;// CONCATENATED MODULE: ./build/src/validation/database-vm.js




/** The checks that one VM of their own serves: what changed is read first, since that needs no database. */
const databaseChecks = ["migration-safety", "migrations"];
/** Elixir files that the VM stands on, in the order in which they need each other. */
const loads = [
    "json",
    "step",
    "sql",
    "sql_blocks",
    "migration_code",
    "sql_types",
    "sql_rules",
    "migration_columns",
    "migration_schema",
    "migration_state",
    "migration_operations",
    "migration_calls",
    "migration_walk",
    "migration_safety",
    "migration_files",
    "database",
    "pg_catalog",
    "schema",
    "rehearsal",
    "migrations",
];
/** Reads the changed migrations and rehearses all of them, from the `test` build that somebody else has compiled. */
async function runDatabaseChecks(context, wanted, base) {
    const vm = await startVm(context, {
        name: "The VM of the migrations",
        task: "pd.migrations",
        loads,
        args: wanted,
        env: "test",
        more: { PD_BASE: base.list ?? "" },
        serves: wanted.length,
    });
    const output = await vm.ended;
    const judges = {
        migrations: async () => {
            const left = await artefact({ ...output, name: "mix ecto.migrate" }, "migrations.json", migrationsSchema, context.files);
            return timed(left, (value) => judgeMigrations(value, base, context.path, `${output.ran.stdout}\n${output.ran.stderr}`));
        },
        "migration-safety": async () => {
            const left = await artefact({ ...output, name: "The look at the migrations" }, "migration-safety.json", migrationSafetySchema, context.files);
            return timed(left, (value) => judgeMigrationSafety(value, base, context.path));
        },
    };
    const judged = new Map();
    for (const id of wanted)
        judged.set(id, await judges[id]());
    return judged;
}
function timed(left, judge) {
    return { durationMs: left.durationMs, judgement: "value" in left ? judge(left.value) : left.missing };
}

;// CONCATENATED MODULE: ./build/src/validation/project.js



/** What mix itself knows of the project, asked in a VM of its own, or why it cannot say. */
async function askMix(context) {
    return projectOf(context, await startVm(context, { name: "mix", task: "pd.project", loads: ["json", "releases", "project"], env: "test" }));
}
/** The same from a VM that goes on with other work. */
async function projectOf({ files, path }, vm) {
    const told = (await vm.left("project.json")) ? { out: vm.out, ran: stillRunning, limitMs: 0, path } : await vm.ended;
    const left = await artefact({ ...told, name: "mix" }, "project.json", projectSchema, files);
    return "missing" in left ? left.missing : left.value;
}
const stillRunning = { ended: "exited", code: null, stdout: "", stderr: "", durationMs: 0, why: "" };

;// CONCATENATED MODULE: ./build/src/commands/tar.js
/**
 * Packs a folder. No times, owners or order of the machine, and no modes that its umask or a folder's group left: the
 * same content gives the same bytes. Level 1: a release shrinks to nearly the same size in a third of the time.
 */
function packFolder(folder, file) {
    const fixed = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=go-w,g-s,o-t"];
    return ["tar", "--create", "--file", file, "--use-compress-program=gzip -n -1", ...fixed, "--directory", folder, "."];
}

;// CONCATENATED MODULE: ./build/src/checks/release-boot.js


/** Runs the release's own script on trial: it writes beside the folder that is packed, and leaves nothing in it. */
function runRelease(context, { path, name }, args, more) {
    const { env, ...rest } = more;
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
    return runRelease(context, artefact, ["eval", asked], { env });
}
/** Null when the configuration loaded, in the very release that was assembled. */
function judgeLoaded(ran, { version, app }) {
    const [, release, own] = /^phoenix-deploy-version (\S+) (\S*)$/m.exec(ran.stdout) ?? [];
    if (release === undefined) {
        const late = ran.ended === "timed-out" && ran.stderr.trim() === "";
        return {
            verdict: "fail",
            reason_code: "release_does_not_boot",
            says: `The release's configuration does not load${ran.ended === "timed-out" ? " within 60 s" : ""}${late ? "." : `: ${reasonIn(ran)}`}`,
            remedy: "Fix what the last lines name, in config/runtime.exs or `rel/`.",
            tail: tailOf(ran),
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
const release_boot_startMs = 60_000;
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
    // No quotation marks and no blanks: ERL_AFLAGS is split at those.
    const running = "[[atom_to_list(A),10]||{A,_,_}<-application:which_applications()]";
    const code = `timer:sleep(1000),file:write_file(os:getenv(${characters("PD_STARTED")}),${running}),init:stop().`;
    const env = {
        ...{ PORT: "0", PHX_SERVER: "true", RELEASE_DISTRIBUTION: "none" },
        ...given,
        ...{ PD_STARTED: runningFile, ERL_AFLAGS: `-eval ${code}` },
    };
    const ran = await runRelease(context, artefact, ["start"], { env, limitMs: release_boot_startMs, keepBytes: 256 * 1024 });
    const seen = (await files.read(runningFile, 1 << 20))?.split("\n");
    if (seen !== undefined && artefact.starts.every((app) => seen.includes(app)))
        return null;
    if (ran.ended === "cancelled")
        return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled." };
    const late = ran.ended === "timed-out" ? `did not start within ${release_boot_startMs / 1_000} s` : "does not start";
    return {
        verdict: "fail",
        reason_code: "release_does_not_boot",
        says: `The application ${late}: ${whyNotStarted(ran)}`,
        remedy: `See the last lines. What it needs to start, such as a database, the job can give it: \`env\` and \`services\` of the job, \`checks: {release: {env: …}}\` in the settings.`,
        tail: tailOf(ran),
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
    return unique([...text.matchAll(wanted)].map(([, one, other]) => one ?? other ?? ""));
}
/** Names that the code of a configuration reads; what is commented out is no more than an example. */
function variablesOfElixir(text) {
    return unique([...text.replaceAll(/^\s*#.*$/gm, "").matchAll(read)].map(([, one]) => one ?? ""));
}
/**
 * A file of the variables for `shared/env` on the server, without values: what is needed, then what may be left out.
 */
function environmentExample({ release, needs, reads, text }) {
    // What is commented out is no more than an example.
    const code = text.replaceAll(/^\s*#.*$/gm, "");
    const found = new Map(needs.map((one) => [one.name, one]));
    const needed = unique([...needs.map((one) => one.name), ...wantedIn(code)]);
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
const modules = ["json", "configuration_forms", "configuration_places", "configuration_trace", "configuration"];
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
        const name = needs.length < mostOfShell ? await wantedByShell(context, artefact, ran, now) : null;
        if (name === null)
            return { ran, env: now, needs };
        const value = `dummy-${needs.length + 1}`;
        needs.push({ name, form: "text", value, line: null });
        now = { ...now, [name]: value };
    }
}
/** The next variable that env.sh stops for, or that the configuration names and halts; null where neither does. */
async function wantedByShell(context, { path, version }, ran, env) {
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
    const code = `${loadModules(helpers, modules)}; PhoenixDeploy.Configuration.run()`;
    await runRelease(context, artefact, ["eval", code], { env, keepBytes: 256 * 1024 });
    const text = await files.read((0,external_node_path_.join)(out, "configuration.json"), 1 << 20).catch(() => null);
    return text === null ? null : (searchSchema.safeParse((0,json/* readJson */.V)(text)).data ?? null);
}
/** Nothing helped: either a value is wanted that nobody can guess, or the configuration is at fault. */
async function stuck({ files, project, path }, search, ran) {
    const { file, suspects, tries } = search;
    const { line, message } = release_configuration_reasonOf(search, ran);
    const source = file === null ? null : (0,external_node_path_.join)(project, "config", file);
    const known = source !== null && (await files.exists(source));
    const place = known && source !== null ? { file: path(source), ...(line ? { line } : {}) } : {};
    const where = known && line ? ` at config/${file}:${line}` : "";
    const words = firstWords(message);
    const names = suspects.map((name) => `\`${name}\``).join(", ");
    if (search.lacks) {
        const says = `Whether the configuration loads stays open: it needs the file \`${search.lacks}\`${where}, which this machine does not have and staging proves. Or write one in a step before.`;
        return { judgement: null, findings: [{ severity: "notice", rule: "configuration", message: says, ...place }] };
    }
    if (search.wants_value) {
        const says = `Whether the configuration loads stays open: it needs a real value${names === "" ? "" : ` of ${names}`}${where} (${words}), which staging proves. Or give one here: \`checks: {release: {env: {${suspects[0] ?? "NAME"}: "…"}}}\`.`;
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
function release_configuration_reasonOf({ message = "", line = null }, ran) {
    if (!/errors have been logged/.test(message))
        return { message, line };
    const logged = diagnosticsIn(plain(`${ran.stderr}\n${ran.stdout}`)).find((one) => one.severity === "error");
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
            judgement: couldNotRun("The look into the release", ran.stderr, ran.why || `it exited with code ${ran.code}.`, tailOf(ran)),
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
        says: `The release holds ${(0,plural/* counted */.h)(errors.length, "file")} that must not ship: ${shown.join("; ")}${errors.length > 5 ? "; …" : ""}.`,
        remedy: "Remove them from `priv/` and `rel/overlays/`, or vouch for one by its path: `checks: {release: {allow: [priv/cert/key.pem]}}`.",
        findings,
    };
    return { judgement };
}
/** `*` stands for any characters of one name, `**` for any folders too. */
function pattern(entry) {
    const parts = external_node_path_.posix.normalize(entry).split(/(\*\*|\*)/);
    return new RegExp(`^${parts.map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&"))).join("")}$`);
}
function error(file, what) {
    return { severity: "error", rule: "release-contents", message: `${file} ${what}` };
}
function notice(file, what) {
    return { severity: "notice", rule: "release-contents", message: `${file} ${what}` };
}

;// CONCATENATED MODULE: ./build/src/checks/release.js










/** What the server's `shared/env` needs, beside the report. */
const exampleFile = ".phoenix-deploy/report/env.example";
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
        return release_failed("release_not_assembled", `mix release left no bin/${artefact.name}.`, remedy);
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
    const [configuration, tar] = await Promise.all([
        proveConfiguration(context, artefact, givenTo(shipment)),
        shell.run({ argv: packFolder(artefact.path, packing), limitMs: context.limitMs, onCancel: "end" }),
    ]);
    await writeExample(context, artefact, configuration);
    const notices = [...choiceOf(artefact), ...needsOf(configuration), ...contents.notices];
    // After the packing: an application may write into its folder when it starts.
    const unfit = await unfitness(context, { artefact, shipment, configuration });
    const assembled = { artefact, shipment, configuration, notices };
    const packed = unfit === null ? await nameIt(context, assembled, packing, tar) : { judgement: unfit, release: null };
    if (packed.release === null)
        await files.remove(folder);
    return packed;
}
/**
 * Why it may not ship: its configuration, or where the settings ask for it its start, with the command that shows it.
 */
async function unfitness(context, { artefact, shipment, configuration }) {
    const shows = (command) => {
        const assembles = releaseCommand({ ...shipment, version: null });
        const script = (0,external_node_path_.join)((0,external_node_path_.relative)(context.project, artefact.path), "bin", artefact.name);
        return {
            reproduce: inFolder((0,external_node_path_.relative)(context.job.workspace, context.project), `${assembles} && ${script} ${command}`),
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
        says: "The application could not be started: its configuration wants a value that is not known.",
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
/** The variables that the configuration needs, each with its form, and what stays open. */
function needsOf({ needs, findings }) {
    if (needs.length === 0)
        return findings;
    const listed = needs.map(({ name, form }) => `\`${name}\` (${form})`).join(", ");
    const message = `Its configuration needs these variables on the server: ${listed}. They stand in ${exampleFile}; here dummies were given, and staging proves it with real values.`;
    return [{ severity: "notice", rule: "configuration", message }, ...findings];
}
/** What mix.exs leaves open, or has differ, said where somebody would wonder. */
function choiceOf({ name, chosen, releases, version, app }) {
    const notice = (message) => ({ severity: "notice", rule: "release", message });
    const others = releases.filter((one) => one !== name).join(", ");
    return [
        ...(chosen === "named"
            ? [
                notice(`mix.exs has several releases and no \`default_release\`: \`mix release ${name}\` was run, and not ${others}. Set \`default_release: :${name}\` in mix.exs, or another.`),
            ]
            : []),
        ...(chosen === "default"
            ? [
                notice(`\`default_release\` of mix.exs is ${name}: ${others} ${releases.length > 2 ? "were" : "was"} not built.`),
            ]
            : []),
        ...(app?.version && app.version !== version
            ? [
                notice(`The release ${name} has a version of its own: ${version} ships, and the application ${app.name} in it is ${app.version}.`),
            ]
            : []),
    ];
}
/** Gives the packed bytes their name and writes the manifest beside them. */
async function nameIt({ files, job }, { artefact, shipment, configuration, notices }, packing, tar) {
    const { app, head, folder, project } = shipment;
    const { version, name, erts } = artefact;
    const sum = tar.code === 0 ? await files.digest(packing) : null;
    if (sum === null)
        return release_failed("release_not_assembled", "The release could not be packed.", "Look at the disk space.", tailOf(tar));
    const file = `${app}-${version}-${sum.sha256.slice(0, 8)}.tar.gz`;
    const parsed = domain_release/* releaseSchema */.By.safeParse({
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
        built_by: { run_id: job.runId, run_attempt: job.runAttempt, url: job.runUrl },
    });
    if (!parsed.success) {
        return release_failed("release_not_assembled", `The release cannot be named: ${parsed.error.issues.map((one) => `${one.path.join(".")} ${one.message}`).join("; ")}.`, "Fix `app` or `version` in mix.exs.");
    }
    await files.move(packing, (0,external_node_path_.join)(folder, file));
    await files.write((0,external_node_path_.join)(folder, "manifest.json"), (0,domain_release/* manifestOf */.$V)(parsed.data));
    const erlang = erts.included
        ? ""
        : ` It brings no Erlang: the host needs Erlang/OTP ${project.otp} (erts ${erts.version}).`;
    const says = `${name} ${version} was assembled, ${proofOf(configuration, shipment.rules)}, and it was packed: ${sum.bytes} bytes, sha256 ${sum.sha256.slice(0, 12)}….${erlang}`;
    const needs = configuration.needs.map((one) => ({ name: one.name, form: one.form }));
    const proved = shipment.rules.boot === "start" ? "start" : configuration.loads ? "configuration" : "assembled";
    const facts = {
        name,
        version,
        digest: sum.sha256,
        bytes: sum.bytes,
        file,
        proved,
        needs,
        includes_erts: erts.included,
    };
    return {
        judgement: { verdict: "pass", reason_code: "passed", says, facts, findings: notices },
        release: parsed.data,
    };
}
/** What was seen of the release before it was packed. */
function proofOf({ loads, needs }, { boot }) {
    if (boot === "start")
        return "its application started and stopped";
    if (!loads)
        return "whether its configuration loads stays open for want of a value or a file";
    if (needs.length === 0)
        return "its configuration loads";
    return `its configuration loads (with ${(0,plural/* counted */.h)(needs.length, "dummy", "dummies")})`;
}
function release_failed(reason_code, says, remedy, tail = "") {
    return { judgement: { verdict: "fail", reason_code, says, remedy, tail }, release: null };
}

;// CONCATENATED MODULE: ./build/src/checks/release-artefact.js

const assembledSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    name: schemas/* string */.YjP(),
    /** As the release itself knows it. */
    version: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    /** Why this one: mix's own choice (the application, the only release, `default_release`), or ours among several. */
    chosen: schemas/* enum */.k5n(["app", "only", "default", "named"]),
    /** Those of mix.exs. */
    releases: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** The project's own applications that it starts and does not do without. */
    starts: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** The project's application and its version in mix.exs; null of an umbrella. */
    app: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP().nullable() }).nullable(),
    /** Version of the Erlang runtime system, and whether it is part of the release. */
    erts: schemas/* object */.Ikc({ version: schemas/* string */.YjP(), included: schemas/* boolean */.zMY() }),
    assets: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const releaseArtefactSchema = schemas/* union */.KCZ([
    assembledSchema,
    /** Nothing was made: an umbrella without `releases:`, or an alias of `release` that makes none. */
    schemas/* object */.Ikc({
        status: schemas/* literal */.euz("none_made"),
        aliased: schemas/* boolean */.zMY(),
        apps: schemas/* array */.YOg(schemas/* string */.YjP()),
        version: schemas/* string */.YjP().nullable(),
    }),
]);

;// CONCATENATED MODULE: ./build/src/validation/release-vm.js





/** Compiles for production and, where a release is wanted, assembles it anew, loads its configuration and packs it. */
async function runProduction(context, wish) {
    const vm = await startVm(context, {
        name: "The VM of the prod build",
        task: "pd.release",
        loads: ["json", "step", "compile", "releases", "release"],
        args: wish === null ? [] : ["assemble", ...(wish.app === null ? [] : [wish.app])],
        env: "prod",
        more: wish === null || wish.version === null ? {} : { PD_VERSION: wish.version },
        serves: 2,
    });
    const output = await vm.ended;
    const compiled = await artefact({ ...output, name: "MIX_ENV=prod mix compile" }, "compile-prod.json", compileSchema, context.files);
    const build = { env: "prod", ...compiled };
    if (wish === null)
        return { build, judged: null, release: null };
    if ("missing" in compiled)
        return { build, judged: { judgement: { ...compiled.missing, findings: [] }, durationMs: 0 }, release: null };
    if (compiled.value.status === "error") {
        const says = "The code does not compile, so no release was built.";
        return {
            build,
            judged: {
                judgement: { verdict: "error", reason_code: "compile_error", says, remedy: "Fix what `compile` names." },
                durationMs: 0,
            },
            release: null,
        };
    }
    const assembled = await artefact({ ...output, name: "mix release" }, "release.json", releaseArtefactSchema, context.files);
    if ("missing" in assembled) {
        // What stopped it is the project's own: a release that cannot be assembled has failed.
        const failed = assembled.why === "stopped" && assembled.missing.reason_code === "could_not_run";
        const judgement = failed
            ? { ...assembled.missing, verdict: "fail", reason_code: "release_not_assembled" }
            : assembled.missing;
        return { build, judged: { judgement, durationMs: assembled.durationMs }, release: null };
    }
    if (assembled.value.status === "none_made")
        return { build, judged: { judgement: noneMade(assembled.value), durationMs: assembled.durationMs }, release: null };
    if (wish.version !== null && assembled.value.version !== wish.version)
        return {
            build,
            judged: { judgement: ofAnotherVersion(assembled.value.version, wish.version), durationMs: assembled.durationMs },
            release: null,
        };
    const known = await wish.project;
    if ("verdict" in known)
        return { build, judged: { judgement: known, durationMs: 0 }, release: null };
    const started = context.clock.ticks();
    const { judgement, release } = await packRelease(context, assembled.value, wish.shipment(known));
    return { build, judged: { judgement, durationMs: assembled.durationMs + context.clock.ticks() - started }, release };
}
/** An alias decides by itself which version it builds, unless its last command takes one. */
function ofAnotherVersion(built, wanted) {
    return {
        verdict: "fail",
        reason_code: "release_not_assembled",
        says: `The release that was built is version ${built}, and the tag that is released says ${wanted}.`,
        remedy: 'Let the alias `release` in mix.exs end with the command `release`, which is given the version, as in `release: ["assets.deploy", "release"]`.',
    };
}
/** mix has no release to make: in an umbrella mix.exs must say which apps go into it. */
function noneMade({ aliased, apps, version }) {
    const failed = { verdict: "fail", reason_code: "release_not_assembled" };
    if (aliased) {
        const says = "The alias `release` in mix.exs left no new release in `_build/prod/rel` or in the `path` of a release.";
        return {
            ...failed,
            says,
            remedy: 'Let the alias run `release` without `--path`, as in `release: ["assets.deploy", "release"]`.',
        };
    }
    const [first = "my_app"] = apps;
    // Without a version at the root the release needs one of its own.
    const own = version === null ? `version: {:from_app, :${first}}, ` : "";
    const permanent = apps.map((app) => `${app}: :permanent`).join(", ");
    return {
        ...failed,
        says: "mix.exs of this umbrella has no `releases:`, and without it `mix release` makes none.",
        remedy: `Add \`releases: [${first}: [${own}applications: [${permanent}]]]\` to \`project\` in the umbrella's mix.exs.`,
    };
}

;// CONCATENATED MODULE: ./build/src/checks/coverage.js

const coverageSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    modules: schemas/* array */.YOg(schemas/* object */.Ikc({
        module: schemas/* string */.YjP(),
        file: schemas/* string */.YjP().nullable(),
        relevant: schemas/* int */.Whr(),
        covered: schemas/* int */.Whr(),
        uncovered: schemas/* array */.YOg(schemas/* int */.Whr()),
    })),
    /** The project's own coverage tool, and the percentage that it demands. */
    tool: schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        threshold: schemas/* number */.aig().nullable(),
        /** Whether Mix prints a total; `summary: false` keeps it from that. */
        prints: schemas/* boolean */.zMY().optional(),
    }),
});
/** Annotations of changed lines that no test covers, at most. */
const maxUntested = 50;
/**
 * Line coverage of the one test run against the minimum in percent (Phase 6: mix test --cover, 80 %). Mix's own
 * threshold is not asked. What `change` adds and no test covers is named line by line, also when the whole is covered
 * well enough.
 */
function judgeCoverage(seen, minimum, path, change = null) {
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
    const worst = seen.modules
        .filter((one) => one.relevant > one.covered)
        .sort((a, b) => b.relevant - b.covered - (a.relevant - a.covered));
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
    const says = `Coverage is ${floor(percent).toFixed(1)} % (${covered} of ${relevant} lines; minimum ${minimum} %).${ofChange}`;
    if (percent < minimum) {
        const modules = worst.slice(0, 50).map((one) => ({
            severity: "warning",
            message: `${one.module}: ${one.relevant - one.covered} of ${one.relevant} lines are not covered: ${one.uncovered.slice(0, 30).join(", ")}${one.uncovered.length > 30 ? ", …" : ""}.`,
            ...(one.file === null ? {} : { file: path(one.file) }),
            ...(one.uncovered[0] === undefined ? {} : { line: one.uncovered[0] }),
        }));
        return {
            verdict: "fail",
            reason_code: "coverage_below_minimum",
            says,
            remedy: `Test the lines below, or begin with \`checks: {coverage: {minimum: ${Math.floor(percent)}}}\` in the settings and raise it.`,
            facts,
            findings: [...modules, ...coverage_notices(untested)],
            ...reproduce,
        };
    }
    const findings = [...lenient(seen.tool, minimum), ...coverage_notices(untested)];
    return { verdict: "pass", reason_code: "passed", says, facts, findings, ...reproduce };
}
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
function coverage_notices(untested) {
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
    const message = `${name} accepts ${threshold} % in this project, and ${minimum} % is asked for: raise its threshold, so that both say the same.`;
    return [{ severity: "notice", message, rule: "threshold" }];
}
/** One decimal, rounded down: 79.96 must never read as 80.0. */
function floor(percent) {
    return Math.floor(percent * 10 + 1e-9) / 10;
}

;// CONCATENATED MODULE: ./build/src/checks/format-reach.js
/** Names that a sentence holds, at most. */
const maxNames = 5;
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
/** A few names and the count of the rest. */
function some(names) {
    const left = names.length - maxNames;
    return `${names.slice(0, maxNames).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}
/** The files that no pattern matches, as one notice. */
function unmatchedNotice({ unmatched }, formatter) {
    if (unmatched.length === 0)
        return [];
    const files = unmatched.length === 1 ? "1 tracked file" : `${unmatched.length} tracked files`;
    const message = `mix format does not read ${files}, since no \`inputs\` or \`subdirectories\` of .formatter.exs match: ${some(unmatched)}.`;
    return [{ severity: "notice", message, rule: "formatter-inputs", file: formatter, line: 1 }];
}

;// CONCATENATED MODULE: ./build/src/checks/format.js







const format_place = { file: schemas/* string */.YjP().nullish(), line: schemas/* int */.Whr().nullish(), column: schemas/* int */.Whr().nullish() };
const formatSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(["ok", "failed", "syntax_error"]),
    message: schemas/* string */.YjP().default(""),
    ...format_place,
    /**
     * Files that the patterns of .formatter.exs match, files that it excludes, and the folders of the apps: all from the
     * project's folder.
     */
    read: schemas/* array */.YOg(schemas/* string */.YjP()),
    excluded: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    apps: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
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
    const words = plain(seen.message);
    if (seen.status === "syntax_error") {
        return {
            verdict: "fail",
            reason_code: "syntax_error",
            says: `A file cannot be parsed: ${words.split("\n")[0]}`,
            remedy: "Fix the syntax.",
            findings: [{ severity: "error", message: words, ...placed(seen, path) }, ...notices],
        };
    }
    const files = unformattedIn(words);
    if (files.length === 0)
        return couldNotFormat(words, path(".formatter.exs"), isUmbrella(seen));
    return {
        verdict: "fail",
        reason_code: "not_formatted",
        says: `${(0,plural/* counted */.h)(files.length, "file is", "files are")} not formatted: ${files.slice(0, 5).map(path).join(", ")}${files.length > 5 ? ", …" : ""}.`,
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
            says: `mix format reads ${files} and none in ${some(missed)}: the \`inputs\` and \`subdirectories\` of ${formatter} do not match there.`,
            remedy: 'Add them to `inputs`; at the root of an umbrella write `subdirectories: ["apps/*"]`, with a .formatter.exs in each app.',
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
        return couldNotRun("mix format", words, "", words);
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

;// CONCATENATED MODULE: ./build/src/checks/test.js



const test_place = { file: schemas/* string */.YjP().nullish(), line: schemas/* int */.Whr().nullish(), column: schemas/* int */.Whr().nullish() };
const suiteSchema = schemas/* object */.Ikc({
    tests: schemas/* array */.YOg(schemas/* object */.Ikc({
        module: schemas/* string */.YjP(),
        name: schemas/* string */.YjP(),
        file: schemas/* string */.YjP().nullish(),
        line: schemas/* int */.Whr().nullish(),
        us: schemas/* number */.aig(),
        state: schemas/* enum */.k5n(["passed", "failed", "skipped", "excluded", "invalid"]),
        message: schemas/* string */.YjP(),
    })),
    /** Each setup_all that failed. */
    setups: schemas/* array */.YOg(schemas/* object */.Ikc({ module: schemas/* string */.YjP(), ...test_place, what: schemas/* string */.YjP(), message: schemas/* string */.YjP() })).default([]),
});
const testSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    /** Files that hold tests which mix test did not load, and how many. */
    unmatched: schemas/* array */.YOg(schemas/* object */.Ikc({ file: schemas/* string */.YjP(), tests: schemas/* int */.Whr() })).default([]),
    /** mix test ended with an exit of its own, as it does for a suite that failed. */
    failed: schemas/* boolean */.zMY().default(false),
});
/** How many names a sentence holds. */
const test_maxNames = 4;
/** Tests ran, and none failed (Phase 6: mix test). `suites` has one entry for each app whose suite ended. */
function judgeTests(run, suites, path) {
    const all = suites.flatMap((one) => one.tests);
    const setups = suites.flatMap(setupsOf);
    const of = (state) => all.filter((one) => one.state === state);
    const [failures, invalid, skipped, excluded] = [
        of("failed"),
        of("invalid").length,
        of("skipped").length,
        of("excluded").length,
    ];
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
        const says = [...failedWords(failures, tests, extra), ...setupWords(setups, invalid, tests, path), ...unrun].join(" ");
        return {
            verdict: "fail",
            reason_code: "tests_failed",
            says,
            remedy: "Fix them; each is below with its place.",
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
            says: `mix test ended as failed, although none of ${tests} tests did${extra}.`,
            remedy: "A flag such as `--warnings-as-errors` in an alias may have failed it: run `mix test` by hand.",
            facts,
            findings,
        };
    }
    const says = [`${(0,plural/* counted */.h)(tests, "test")}, 0 failures${extra}.`, ...unrun].join(" ");
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
    return { severity: "error", message: one.message, rule: nameOf(one), ...placed(one, path) };
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
        ...placed(one, path),
    };
}
function failedWords(failures, tests, extra) {
    if (failures.length === 0)
        return [];
    const names = failures.slice(0, test_maxNames).map(nameOf).join("; ");
    const more = failures.length > test_maxNames ? ` and ${failures.length - test_maxNames} more` : "";
    return [`${failures.length} of ${tests} tests failed${extra}: ${names}${more}.`];
}
function setupWords(setups, invalid, tests, path) {
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
    const modules = setups.slice(0, test_maxNames).map((one) => {
        const { file, line } = placed(one, path);
        const place = file === undefined ? "" : ` (${file}${line === undefined ? "" : `:${line}`})`;
        return `${one.module}${place}`;
    });
    const more = setups.length > test_maxNames ? ` and ${setups.length - test_maxNames} more` : "";
    return `${modules.join(", ")}${more}`;
}
/** Files with tests that nobody ran: a reader would count on them. */
function notRun(run, path) {
    return run.unmatched.map(({ file, tests }) => ({
        severity: "warning",
        file: path(file),
        line: 1,
        message: `mix test did not load this file, so its ${tests === 1 ? "test was" : `${tests} tests were`} not run: by default it loads what ends in \`_test.exs\` below \`test\` (\`test_paths\`, \`test_pattern\` and \`test_load_filters\` of mix.exs).`,
        rule: "test-not-run",
    }));
}
function notRunWords({ unmatched }, path) {
    if (unmatched.length === 0)
        return [];
    const names = unmatched.slice(0, test_maxNames).map(({ file }) => path(file));
    const more = unmatched.length > test_maxNames ? ` and ${unmatched.length - test_maxNames} more` : "";
    return [
        `${unmatched.length === 1 ? "1 file" : `${unmatched.length} files`} with tests ${unmatched.length === 1 ? "was" : "were"} not run: ${names.join(", ")}${more}.`,
    ];
}
function nameOf(one) {
    return `${one.module} ${one.name}`;
}

;// CONCATENATED MODULE: ./build/src/validation/test-vm.js







/** The checks that one VM serves from the `test` build, in the order in which it does. */
const suiteChecks = ["format", "test", "coverage"];
/**
 * Compiles the `test` build and serves the wanted checks from it, in one VM; in a second one what a check that ended
 * the first kept it from.
 */
async function startSuite(context, wanted, rules) {
    const steps = suiteChecks.filter((id) => wanted.includes(id));
    const vm = await startVm(context, {
        name: "The VM of the test build",
        task: "pd.suite",
        loads: ["json", "step", "releases", "project", "compile", "coverage", "formatter", "test_files", "format", "suite"],
        args: steps,
        env: "test",
        serves: steps.length + 1,
    });
    const compiled = vm.left("compile-test.json");
    return {
        project: projectOf(context, vm),
        compiled,
        ended: vm.ended.then((output) => outcome(context, output, steps, rules)),
    };
}
async function outcome(context, output, steps, rules) {
    const { files } = context;
    const compiled = await artefact({ ...output, name: "mix compile" }, "compile-test.json", compileSchema, files);
    const build = { env: "test", ...compiled };
    const runs = "value" in compiled && compiled.value.status === "ok";
    const suites = await suitesOf(context, output);
    const judged = new Map();
    let rest = [];
    for (const [index, id] of steps.entries()) {
        const left = await test_vm_judge(context, { ...output, name: `mix ${id}` }, id, rules, suites);
        const judgement = "value" in left ? left.value : left.why === "no file" && !runs ? notCompiled(compiled) : left.missing;
        judged.set(id, { judgement, durationMs: left.durationMs });
        // This one ended the VM: what stands behind gets a new one. A build that does not compile serves none of them.
        if ("missing" in left && left.why !== "stopped" && runs && output.ran.ended === "exited") {
            rest = steps.slice(index + 1);
            break;
        }
    }
    const tests = judged.get("test")?.judgement;
    // Coverage of tests that did not run says nothing.
    if (tests?.verdict === "error" && steps.includes("coverage")) {
        rest = rest.filter((one) => one !== "coverage");
        judged.set("coverage", { judgement: { ...tests, findings: [] }, durationMs: 0 });
    }
    const seen = "value" in suites ? suites.value : [];
    if (rest.length === 0)
        return { build, judged, suites: seen };
    const again = await (await startSuite(context, rest, rules)).ended;
    return { build, judged: new Map([...judged, ...again.judged]), suites: [...seen, ...again.suites] };
}
/** A check that stands on code that does not compile, or that could not be compiled. */
function notCompiled(compiled) {
    if ("missing" in compiled)
        return { ...compiled.missing, findings: [] };
    return {
        verdict: "error",
        reason_code: "compile_error",
        says: "The code does not compile, so this could not run.",
        remedy: "Fix what `compile` names.",
    };
}
async function test_vm_judge(context, output, id, rules, suites) {
    const { files, path } = context;
    const read = async (name, schema, judged) => {
        const left = await artefact(output, name, schema, files);
        return "missing" in left ? left : { durationMs: left.durationMs, value: judged(left.value) };
    };
    switch (id) {
        case "format":
            return read("format.json", formatSchema, (seen) => judgeFormat(seen, path, rules.sources));
        case "test":
            // A suite that cannot be read may hold the failures.
            if ("missing" in suites)
                return suites;
            return read("test.json", testSchema, (seen) => judgeTests(seen, suites.value, path));
        case "coverage":
            return read("coverage.json", coverageSchema, (seen) => judgeCoverage(seen, rules.coverageMinimum, path, rules.change));
    }
}
/** Every suite that ended, or why one of them cannot be read. */
async function suitesOf({ files }, output) {
    const names = (await files.list(output.out)).filter((name) => /^suite-.*\.json$/.test(name));
    const value = [];
    for (const name of names) {
        const left = await artefact({ ...output, name: "mix test" }, name, suiteSchema, files);
        if ("missing" in left)
            return left;
        value.push(left.value);
    }
    return { durationMs: 0, value };
}

;// CONCATENATED MODULE: ./build/src/validation/nodes.js





/**
 * The graph: one VM for all that the `test` build serves, one for the production release beside it, and the rest in the
 * gaps. A build path belongs to one mix at a time, since Elixir before 1.18 does not lock it: who only reads the `test`
 * build waits until it is compiled.
 */
function workOf(context, wanted, found, kept) {
    const { on, rules } = wanted;
    const nodes = [];
    const { promise: project, resolve: tell } = Promise.withResolvers();
    if (kept !== null)
        tell(kept);
    // Without its tests a project has no coverage. Results of an earlier run stand for both or for neither.
    const untested = on("coverage") && !on("test");
    if (untested)
        found.judged.set("coverage", { judgement: withoutTests, durationMs: 0 });
    const suite = suiteChecks.filter((id) => on(id) && !(untested && id === "coverage"));
    const database = databaseChecks.filter(on);
    const compiles = on("compile") || suite.length > 0 || database.length > 0;
    if (!compiles && kept === null)
        nodes.push({ id: "project", needs: [], cost: 50, light: true, run: async () => tell(await askMix(context)) });
    if (compiles) {
        nodes.push({
            id: "suite",
            needs: [],
            // The first to start, also on a single core: everybody asks what it says of the project.
            cost: 40,
            signals: ["compiled"],
            async run(signal) {
                const started = await startSuite(context, suite, rules);
                tell(await started.project);
                await started.compiled;
                signal("compiled");
                const { build, judged, suites } = await started.ended;
                found.builds.push(build);
                found.suites = suites;
                for (const [id, timed] of judged)
                    found.judged.set(id, timed);
            },
        });
    }
    if (database.length > 0) {
        nodes.push({
            id: "database",
            needs: ["compiled"],
            cost: 10,
            async run() {
                const known = await project;
                if ("verdict" in known)
                    return;
                // No VM is started to find out what the list of files shows.
                const idle = !wanted.hasMigrations && !("ecto_sql" in known.deps);
                if (idle)
                    for (const id of database)
                        found.judged.set(id, { judgement: noMigrations, durationMs: 0 });
                else
                    for (const [id, timed] of await runDatabaseChecks(context, database, await wanted.base()))
                        found.judged.set(id, timed);
            },
        });
    }
    if (on("compile") || on("release")) {
        nodes.push({
            id: "production",
            needs: [],
            cost: 30,
            async run() {
                const { build, judged, release } = await runProduction(context, on("release") ? { project, ...wanted.release } : null);
                found.builds.push(build);
                found.release = release;
                if (judged !== null)
                    found.judged.set("release", judged);
            },
        });
    }
    const asked = staticChecks.filter(on);
    for (const env of asked.length === 0 ? [] : ["test", "dev"]) {
        nodes.push({
            id: `static-${env}`,
            needs: compiles ? ["compiled"] : [],
            cost: 20,
            light: isLight(asked),
            async run() {
                const known = await project;
                if ("verdict" in known)
                    return;
                for (const [id, timed] of await runStatic(context, known, asked, env, rules))
                    found.judged.set(id, timed);
            },
        });
    }
    return { nodes, project, tell };
}
const withoutTests = {
    verdict: "error",
    reason_code: "not_judged",
    says: "Coverage is measured while the tests run, and the settings switch `test` off.",
    remedy: "Set `checks: {coverage: off}` too, or let the tests run.",
    reproduce: "",
};
const noMigrations = {
    verdict: "not-run",
    reason_code: "not_applicable",
    says: "There is nothing to migrate: Ecto's SQL adapters are not among the dependencies, and no file is named like a migration.",
};

;// CONCATENATED MODULE: ./build/src/validation/cache/beside-git.js


/** Folders that are made from what git holds, and pinned by it: mix.lock and its kind. */
const made = ["_build", "deps", "cover", "doc", "node_modules", ".elixir_ls", ".git"];
/** PLTs are dialyzer's own cache, and large. */
const caches = /\.plt(\.hash)?$/;
/** Most files, and bytes of them, that are read to find out whether they changed. */
const maxFiles = 5_000;
const beside_git_maxBytes = 256 << 20;
/**
 * The files that git ignores and that exist, such as `.env`, `config/*.secret.exs`, built assets or a database:
 * `ignored` as git lists them.
 */
async function ignoredFiles(ignored, { files, workspace, own }) {
    const mine = ignored.filter((path) => !path.split("/").some((name) => made.includes(name)) && !own.some((folder) => inside(path, folder)));
    const all = mine.map((path) => path.endsWith("/") ? files.below((0,external_node_path_.join)(workspace, path.slice(0, -1)), made) : [(0,external_node_path_.join)(workspace, path)]);
    return digestOf([...new Set((await Promise.all(all)).flat())], workspace, files);
}
/** The path dependencies that lie outside the repository. */
async function pathDependencies(project, files, workspace) {
    if (project.paths == null)
        return { unknown: "mix does not say which path dependencies there are" };
    const outside = project.paths.filter((path) => (0,external_node_path_.relative)(workspace, path).startsWith("..") || (0,external_node_path_.isAbsolute)((0,external_node_path_.relative)(workspace, path)));
    const all = await Promise.all(outside.map((folder) => files.below(folder, made)));
    return digestOf([...new Set(all.flat())], workspace, files);
}
/** True for a path of this folder, which ends with or without a slash. */
function inside(path, folder) {
    return path === folder || path === `${folder}/` || path.startsWith(`${folder}/`);
}
async function digestOf(all, workspace, files) {
    const paths = all.filter((path) => !caches.test(path)).sort();
    if (paths.length > maxFiles)
        return { unknown: `${paths.length} files that git does not hold may change it` };
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let bytes = 0;
    for (const path of paths) {
        const digest = await files.digest(path).catch(() => null);
        const name = (0,external_node_path_.relative)(workspace, path);
        // A link to a folder, a socket, a file that nobody may read.
        if (digest === null)
            return { unknown: `git does not hold ${name}, and it cannot be read` };
        bytes += digest.bytes;
        if (bytes > beside_git_maxBytes)
            return { unknown: "git does not hold files of more than 256 MiB that may change it" };
        hash.update(`${name}\0${digest.sha256}\0`);
    }
    return { digest: hash.digest("hex") };
}

;// CONCATENATED MODULE: ./build/src/stages/tree.js


/**
 * Folders that tools build and fetch into, also where .gitignore does not name them: `mix phx.digest` leaves copies
 * that no generator ignores.
 */
const built = /(^|\/)(_build|deps|cover|doc|node_modules|\.elixir_ls|priv\/static)\//;
const tree_code = /\.(ex|exs|eex|heex|leex|erl|hrl|yrl|xrl|lock)$/;
/** Reads the tree as it is now. Ignored files are none of it, nor is what the suite itself writes. */
async function treeOf({ world, settings }) {
    const { repository, files, job } = world;
    const own = [domain_handover/* handover */.c.folder, (0,external_node_path_.relative)(job.workspace, settings.cachePath)].filter((one) => one !== "" && !(0,external_node_path_.isAbsolute)(one));
    const seen = (await repository.differing()).filter(({ path, tracked }) => (tracked || !built.test(path)) && !own.some((folder) => path.startsWith(`${folder}/`)));
    const read = seen.map(async ({ path, tracked }) => {
        const digest = await files.digest((0,external_node_path_.join)(job.workspace, path)).catch(() => null);
        return [path, { tracked, content: digest?.sha256 ?? "none" }];
    });
    return new Map(await Promise.all(read));
}
/** What differs between two looks. */
function movedBetween(before, after) {
    const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
    const moved = paths.filter((path) => before.get(path)?.content !== after.get(path)?.content || before.has(path) !== after.has(path));
    const counts = (path) => (after.get(path) ?? before.get(path))?.tracked === true || tree_code.test(path);
    return { code: moved.filter(counts), other: moved.filter((path) => !counts(path)) };
}
/** A judgement that was made while the code changed: nobody knows of which code it is. A failure stays one. */
function unsettled(judged, { code: files }) {
    const says = `The checkout changed while the checks ran: ${tree_some(files)}.`;
    const findings = files.map((file) => ({
        severity: "error",
        file,
        line: 1,
        message: "This file changed while the checks ran.",
        rule: "tree",
    }));
    const failed = judged.verdict === "fail";
    return {
        ...judged,
        verdict: failed ? "fail" : "error",
        reason_code: failed ? judged.reason_code : "tree_changed",
        says: failed ? `${judged.says} ${says}` : says,
        remedy: `${failed ? `${judged.remedy ?? ""} ` : ""}${remedy}`,
        findings: [...findings, ...(judged.findings ?? [])],
    };
}
/** What to do about a tree that changes under the run. */
const remedy = "Let the test or task that writes there write to a temporary folder, or to files that .gitignore names.";
/** A few names and the count of the rest. */
function tree_some(names) {
    return `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
}

;// CONCATENATED MODULE: ./build/src/stages/basis.js







/** What results rest on, or why that is not known: then every check runs. */
async function basisOf(run, tracked, on) {
    const { settings, world } = run;
    const { versions, change, released } = on;
    const { files, untouched, foreign } = tracked;
    if (versions === null)
        return { unknown: "the versions of Elixir and OTP are not known before they start" };
    if (!untouched)
        return { unknown: "the checkout has files that are not committed" };
    if (foreign.length > 0)
        return { unknown: `git does not see every change of ${tree_some(foreign)}` };
    const { workspace } = world.job;
    const own = [domain_handover/* handover */.c.folder, (0,external_node_path_.relative)(workspace, settings.cachePath)];
    const ignored = await ignoredFiles(await world.repository.ignored(), { files: world.files, workspace, own });
    if ("unknown" in ignored)
        return ignored;
    const project = (0,external_node_path_.relative)(workspace, settings.projectPath);
    const rules = {
        coverage: {
            minimum: settings.coverageMinimum,
            change: change === null ? null : [...change].map(([file, lines]) => [file, lines === null ? null : [...lines]]),
        },
        sobelow: { confidence: settings.sobelowConfidence },
        release: { app: settings.app, version: released_versionIn(released), ...settings.release },
    };
    return {
        ...versions,
        files,
        ignored: ignored.digest,
        outside: null,
        ships: (0,check/* ships */.yw)(world.job),
        project,
        job: world.job,
        rules,
    };
}
/** The same with the path dependencies outside the repository. */
async function withOutside({ world }, basis, project) {
    const outside = await pathDependencies(project, world.files, world.job.workspace);
    return "unknown" in outside ? outside : { ...basis, outside: outside.digest };
}
/** The digest of those dependencies as soon as mix has named them; null where nobody needs it. */
async function outsideOf(run, basis, project) {
    if ("unknown" in basis || "verdict" in project)
        return null;
    const whole = await withOutside(run, basis, project).catch(() => null);
    return whole !== null && "outside" in whole ? whole.outside : null;
}
/** The results of earlier runs that may stand for this one. */
async function reusedOf(run, store, basis, wanted) {
    if (run.settings.fresh)
        return { ...nothingReused, why: "`fresh` is on" };
    if ("unknown" in basis)
        return { ...nothingReused, why: basis.unknown };
    const project = await knownProject(store, basis);
    if (project === null)
        return nothingReused;
    const whole = await withOutside(run, basis, project);
    return "unknown" in whole ? { ...nothingReused, project, why: whole.unknown } : reuse(store, whole, wanted);
}

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
        says: `The checkout is at ${head === null ? "" : "commit "}${at}, and this run is of ${sha.slice(0, 12)}: what is found out about one does not hold for the other.`,
        remedy: "Check out without `ref:`, which takes the run's commit, and commit nothing before; or start the run on the ref that you mean.",
    };
}
function forkCheckedOut(eventName, what) {
    return {
        verdict: "fail",
        reason_code: "fork_checked_out",
        says: `This run of \`${eventName}\` is about a fork and has ${what}, not the commit of this repository that it is of: the fork's code would run with a token that may write.`,
        remedy: "Validate pull requests of forks on the event `pull_request`, as examples/workflows/pull-request.yml does.",
    };
}

;// CONCATENATED MODULE: ./build/src/stages/checkout.js




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
    const heading = {
        kind: "gate",
        id: "checkout",
        title: "The checkout is the commit of this run",
        required: true,
    };
    await run.recorder.record((0,domain_result/* result */.Ke)(heading, judgement, 0));
    return {
        status: "failed",
        decision: "stop",
        reason_code: judgement.reason_code,
        says: `${judgement.says} Nothing was changed.`,
        remedy: judgement.remedy ?? "",
    };
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

;// CONCATENATED MODULE: ./build/src/stages/checkout-fault.js


/**
 * What keeps a checkout from being judged at all, said once: there is none, git refuses it, or the mix project is not
 * where it is said to be.
 */
async function checkoutFault(run) {
    return (await gitFault(run)) ?? (await projectFault(run));
}
async function gitFault({ world }) {
    const { workspace } = world.job;
    switch (await world.repository.standing()) {
        case "ready":
            return null;
        case "no git":
            return checkout_fault_failed("git is not installed, or not on PATH.", "Install git in the job's container before actions/checkout runs.");
        case "none":
            return checkout_fault_failed(`${workspace} is not a git repository: nothing was checked out there.`, "Run actions/checkout before this step, without `path`: its default folder is the one that is read.");
        case "empty":
            return checkout_fault_failed(`The repository in ${workspace} has no commit.`, "Commit the application first.");
        case "of another owner":
            return checkout_fault_failed(`git refuses the checkout in ${workspace}, since it belongs to another user ("dubious ownership").`, `Run \`git config --global --add safe.directory ${workspace}\` before this step, or run the job as the user who checked out.`);
    }
}
async function projectFault({ world, settings }) {
    const { files, job, repository } = world;
    const folder = (0,external_node_path_.relative)(job.workspace, settings.projectPath);
    if (await files.exists((0,external_node_path_.join)(settings.projectPath, "mix.exs")))
        return null;
    const there = await files.exists(settings.projectPath);
    const name = folder === "" ? "the root of the repository" : `\`${folder}\``;
    const { files: tracked } = await repository.tracked();
    const projects = [...tracked.keys()]
        .filter((path) => /(^|\/)mix\.exs$/.test(path))
        .map((path) => path.replace(/\/?mix\.exs$/, ""))
        .sort()
        .map((path) => (path === "" ? "the root of the repository" : `\`${path}\``));
    const remedy = projects.length === 0
        ? "The repository holds no mix.exs: commit it."
        : `Set the input \`working-directory\` to the folder of mix.exs. There is one in ${tree_some(projects)}.`;
    return checkout_fault_failed(there ? `There is no mix.exs in ${name}.` : `There is no folder \`${folder}\` in the repository.`, remedy);
}
function checkout_fault_failed(says, remedy) {
    return { status: "failed", decision: "stop", reason_code: "invalid_input", says, remedy };
}

// EXTERNAL MODULE: ./build/src/render/visible.js
var visible = __webpack_require__(1732);
// EXTERNAL MODULE: ./build/src/render/wording.js
var wording = __webpack_require__(290);
;// CONCATENATED MODULE: ./build/src/render/junit.js


/** Characters of a failure that are repeated, and of a name. */
const maxMessage = 64 * 1024;
const maxName = 1_000;
/** What XML 1.0 cannot hold, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const references = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/**
 * Every test as JUnit XML, which test reporters of all kinds read: a suite for each module, in the order of the run. A
 * test that the run's tags excluded is no case, but counted. `path` maps a file to the repository.
 */
function renderJunit(suites, path) {
    const tests = suites.flatMap((one) => one.tests);
    const setups = suites.flatMap((one) => one.setups ?? []);
    const modules = Map.groupBy(tests, (test) => test.module);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="ExUnit"${totals(tests, setups)}>`,
        ...[...modules].flatMap(([module, cases]) => {
            const failed = setups.filter((one) => one.module === module);
            return suiteOf({ module, all: cases, setups: failed }, path);
        }),
        "</testsuites>",
        "",
    ].join("\n");
}
function suiteOf({ module, all, setups, }, path) {
    const cases = all.filter(({ state }) => state !== "excluded");
    const file = all.find((test) => test.file != null && test.file !== "")?.file;
    const place = file == null ? {} : { file: path(file) };
    return [
        `  <testsuite${attributes({ name: (0,wording/* shortened */.vI)(module, maxName), ...place })}${totals(all, setups)}>`,
        `    <properties><property name="excluded" value="${all.length - cases.length}"/></properties>`,
        ...setups.flatMap((one) => caseOf({ ...one, name: "setup_all", us: 0, state: "failed" }, path)),
        ...cases.flatMap((test) => caseOf(test, path)),
        "  </testsuite>",
    ];
}
function caseOf({ module, name, file, line, us, state, message }, path) {
    const place = {
        ...(file == null || file === "" ? {} : { file: path(file) }),
        ...(line == null || line < 1 ? {} : { line: String(line) }),
    };
    const head = attributes({
        classname: (0,wording/* shortened */.vI)(module, maxName),
        name: (0,wording/* shortened */.vI)(name, maxName),
        ...place,
        time: junit_seconds(us),
    });
    if (state === "passed")
        return [`    <testcase${head}/>`];
    if (state === "invalid")
        return [`    <testcase${head}><error message="not run: setup_all failed"/></testcase>`];
    const [first = ""] = message.trim().split("\n");
    const says = { message: (0,wording/* shortened */.vI)(first.trim(), maxName) };
    if (state === "skipped")
        return [`    <testcase${head}><skipped${attributes(says)}/></testcase>`];
    const type = /\*\* \(([\w.]+)\)/.exec(message)?.[1] ?? "failure";
    const failure = attributes({ ...says, type: (0,wording/* shortened */.vI)(type, maxName) });
    return [
        `    <testcase${head}>`,
        `      <failure${failure}>${escaped((0,wording/* shortened */.vI)(message, maxMessage))}</failure>`,
        "    </testcase>",
    ];
}
/**
 * The counts of a suite. A setup_all that failed is a case of its own, and each test that it kept from running an
 * error.
 */
function totals(tests, setups) {
    const count = (state) => tests.filter((test) => test.state === state).length;
    return attributes({
        tests: String(tests.length - count("excluded") + setups.length),
        failures: String(count("failed") + setups.length),
        errors: String(count("invalid")),
        skipped: String(count("skipped")),
        time: junit_seconds(tests.reduce((total, test) => total + test.us, 0)),
    });
}
function junit_seconds(us) {
    return (Math.max(0, us) / 1e6).toFixed(6);
}
function attributes(named) {
    // Lines and tabs in an attribute would be read as spaces.
    const value = (text) => escaped(text).replaceAll(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);
    return Object.entries(named)
        .map(([name, text]) => ` ${name}="${value(text)}"`)
        .join("");
}
function escaped(text) {
    return (0,visible/* withoutEscapes */.L)(text)
        .replaceAll(forbidden, "\ufffd")
        .replaceAll(/[&<>"]/g, (one) => references[one] ?? one)
        .replaceAll("\r", "&#13;");
}

;// CONCATENATED MODULE: ./build/src/render/sarif.js





/**
 * What GitHub's code scanning takes of one upload: over these it refuses the whole. Compressed it takes 10 MB: what is
 * below that as it is, is so compressed.
 */
const maxResultsOfRun = 25_000;
const sarif_maxBytes = 10_000_000;
/** Set aside for all that is not a result or a rule. */
const headBytes = 100_000;
const sarif_maxMessage = 4_000;
const maxRule = 255;
/** The checks whose findings go to code scanning, each as the tool that made its findings. */
const tools = {
    credo: { name: "credo", home: "https://hexdocs.pm/credo", tags: ["maintainability"] },
    sobelow: { name: "sobelow", home: "https://hexdocs.pm/sobelow", tags: ["security"] },
    dialyzer: { name: "dialyzer", home: "https://hexdocs.pm/dialyxir", tags: ["correctness"] },
    "hex-audit": {
        name: "hex.audit",
        home: "https://hexdocs.pm/hex/Mix.Tasks.Hex.Audit.html",
        tags: ["security", "dependencies"],
    },
    "deps-audit": { name: "mix_audit", home: "https://hexdocs.pm/mix_audit", tags: ["security", "dependencies"] },
};
/**
 * The findings of credo, sobelow, dialyzer and the audits as one SARIF 2.1.0 log with a run for each tool. A tool that
 * came to no verdict has no run: code scanning takes an empty one for "all of it was fixed". Null when none came to
 * one.
 */
function renderSarif(results, options) {
    const judged = results.filter((one) => one.id in tools && (one.verdict === "pass" || one.verdict === "fail"));
    if (judged.length === 0)
        return null;
    const room = Math.floor((sarif_maxBytes - headBytes) / judged.length);
    const runs = judged.map((one) => runOf(one, options, room));
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: runs.map(({ run }) => run),
    };
    return { text: `${JSON.stringify(log)}\n`, left: runs.flatMap(({ left }) => left) };
}
/** One tool's run, within so many bytes: findings of this change and worse ones first, the rest is counted. */
function runOf(one, options, room) {
    const tool = tools[one.id];
    const prints = fingerprints(one);
    const rules = new Map();
    const results = [];
    let bytes = 0;
    for (const finding of (0,domain_change/* sorted */.IP)(one.findings)) {
        const id = ruleIdOf(one, finding);
        const known = rules.get(id);
        const { rule, index } = known ?? { rule: ruleOf(one, id, levelOf(one, finding)), index: rules.size };
        const result = resultOf(one, finding, { id, index, print: prints.get(finding) ?? "", place: options.place });
        bytes += bytesOf(result) + (known === undefined ? bytesOf(rule) : 0);
        if (bytes > room || results.length === maxResultsOfRun)
            break;
        if (known === undefined)
            rules.set(id, { rule, index });
        results.push(result);
    }
    const total = Math.max(one.findings_total, one.findings.length);
    const left = results.length === total
        ? []
        : [
            `The SARIF file has ${(0,plural/* counted */.h)(results.length, "finding")} of ${total} of ${tool.name}: ` +
                "code scanning accepts no more.",
        ];
    const notifications = left.map((text) => ({ level: "warning", message: { text } }));
    const run = {
        tool: {
            driver: { name: tool.name, informationUri: tool.home, rules: [...rules.values()].map(({ rule }) => rule) },
        },
        automationDetails: { id: categoryOf(tool.name, options.folder) },
        invocations: [
            {
                executionSuccessful: true,
                ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
            },
        ],
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        columnKind: "unicodeCodePoints",
        results,
    };
    return { run, left };
}
/** Bytes of a value in the log, with its comma. */
function bytesOf(value) {
    return Buffer.byteLength(JSON.stringify(value)) + 1;
}
function resultOf(one, finding, known) {
    const inside = finding.file !== undefined && finding.file !== "" && !/^(\/|\.\.(\/|$))/.test(finding.file);
    const { file = "", line = 1, column } = inside ? finding : { file: known.place };
    return {
        ruleId: known.id,
        ruleIndex: known.index,
        level: levelOf(one, finding),
        // A bracket before a parenthesis would be a link to one of the result's own locations.
        message: { text: (0,wording/* shortened */.vI)((0,visible/* visible */.R)(finding.message), sarif_maxMessage).replaceAll("](", "] (") || one.title },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(file), uriBaseId: "%SRCROOT%" },
                    region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
                },
            },
        ],
        partialFingerprints: { "phoenixDeploy/v1": known.print },
        ...(finding.in_change === undefined ? {} : { properties: { in_change: finding.in_change } }),
    };
}
function ruleOf(one, id, level) {
    const help = [one.remedy, one.reproduce === "" ? "" : `The same by hand: ${one.reproduce}`]
        .filter((text) => text !== "")
        .join(" ");
    return {
        id,
        shortDescription: { text: id },
        ...(help === "" ? {} : { help: { text: help } }),
        // credo's own checks have a page each; those of the project have none.
        ...(/^Credo\.Check(\.\w+)+$/.test(id) ? { helpUri: `https://hexdocs.pm/credo/${id}.html` } : {}),
        defaultConfiguration: { level },
        properties: { tags: tools[one.id].tags },
    };
}
/** The rule that a finding broke. Of an audit it is the advisory: two of them in one lock file are two alerts. */
function ruleIdOf({ id }, { rule, message }) {
    const advisory = /\b(?:GHSA(?:-\w{4}){3}|(?:EEF-)?CVE-\d{4}-\d+|EEF-[\w-]+)\b/.exec(message)?.[0];
    const audit = id === "hex-audit" || id === "deps-audit";
    const name = audit ? (advisory ?? message.split("\n")[0]) : rule;
    return (0,wording/* shortened */.vI)((0,visible/* visible */.R)(name ?? "").trim(), maxRule) || id;
}
/** A SHOULD is never an error. */
function levelOf({ required }, { severity }) {
    if (severity === "notice")
        return "note";
    return severity === "error" && required ? "error" : "warning";
}
/** What keeps the runs of tools and projects apart. GitHub takes all up to the last slash for the category. */
function categoryOf(tool, folder) {
    return ["phoenix-deploy", tool, ...folder.split("/").filter((part) => part !== "" && part !== "."), ""].join("/");
}
function uriOf(path) {
    return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
/**
 * What a finding is known by from run to run: its rule, file and words without their numbers, and which of several
 * alike it is, counted down the file. It stays when lines move. GitHub's own uploader adds a hash of the line's text
 * beside it.
 */
function fingerprints(one) {
    const seen = new Map();
    const downTheFile = [...one.findings].sort((a, b) => (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    return new Map(downTheFile.map((finding) => {
        const words = finding.message.toWellFormed().replaceAll(/\d+/g, "#");
        const key = JSON.stringify([ruleIdOf(one, finding), finding.file ?? "", words]);
        const occurrence = (seen.get(key) ?? 0) + 1;
        seen.set(key, occurrence);
        return [finding, `${(0,external_node_crypto_.createHash)("sha256").update(key).digest("hex").slice(0, 32)}:${occurrence}`];
    }));
}

;// CONCATENATED MODULE: ./build/src/stages/findings.js







/**
 * What the pull request of this run changes; null when there is none, or GitHub does not say: that costs the order,
 * never the findings.
 */
async function readChange({ world, recorder }) {
    const { github, job } = world;
    if (job.pullRequest === null)
        return null;
    const answer = await github.changedFiles(job.pullRequest.number);
    if (answer.ok)
        return (0,domain_change/* changeOf */.C2)(answer.value);
    await recorder.warn(`What this pull request changes is not known (${answer.status}: ${answer.why}), so its findings do not come first. Give the job \`pull-requests: read\`.`);
    return null;
}
/**
 * Writes the findings for code scanning and the tests for test reporters, each as an output; what is not there leaves
 * no file of an earlier run. A report that cannot be written is a warning: no verdict hangs on it.
 */
async function writeReports(run, results, suites) {
    const { settings, recorder } = run;
    const { workspace } = run.world.job;
    const path = (file) => fromRoot(workspace, settings.projectPath, file);
    await write(run, { output: "sarif-file", name: "validate.sarif" }, async () => {
        const sarif = renderSarif(results, { folder: (0,external_node_path_.relative)(workspace, settings.projectPath), place: path("mix.exs") });
        for (const left of sarif?.left ?? [])
            await recorder.warn(left);
        return sarif?.text ?? null;
    });
    await write(run, { output: "junit-file", name: "junit.xml" }, async () => suites.length === 0 ? null : renderJunit(suites, path));
}
async function write({ world, recorder }, { output, name }, render) {
    const file = (0,external_node_path_.join)(domain_handover/* handover */.c.report, name);
    const path = (0,external_node_path_.join)(world.job.workspace, file);
    recorder.output(output, "");
    try {
        await world.files.remove(path);
        const text = await render();
        if (text === null)
            return;
        await world.files.write(path, text);
        recorder.output(output, file);
    }
    catch (error) {
        await recorder.warn(`${file} could not be written: ${(0,error_text/* errorText */.k)(error)}.`);
    }
}

;// CONCATENATED MODULE: ./build/src/stages/once.js

/** The oldest Elixir that the checks run on. */
const oldest = [1, 14];
/** Why nothing can run on this Elixir; null where it can, or where the version is not known yet. */
function tooOld(versions) {
    const [major = 0, minor = 0] = versions?.elixir.split(".").map(Number) ?? oldest;
    if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1]))
        return null;
    return {
        verdict: "error",
        reason_code: "could_not_run",
        says: `Elixir ${versions?.elixir} is too old: the checks need ${oldest.join(".")} or later.`,
        remedy: "Set a later `elixir-version` up before this step, with erlef/setup-beam.",
    };
}
/**
 * Says one cause once: of checks that could not run for the very same one, the first names it, and the others refer to
 * that check. They were not run, and none of them passes.
 */
function saidOnce(judged) {
    const first = new Map();
    const all = new Map(judged);
    for (const id of check/* checkIds */.tD) {
        const timed = judged.get(id);
        const cause = timed === undefined ? null : causeOf(timed.judgement);
        if (timed === undefined || cause === null)
            continue;
        const named = first.get(cause);
        if (named === undefined)
            first.set(cause, id);
        else
            all.set(id, { ...timed, judgement: { ...once_notRun(named), reason_code: timed.judgement.reason_code } });
    }
    return all;
}
/**
 * What is the same for several checks, without the name of the command that it stopped; null for what is a check's own.
 */
function causeOf({ verdict, says, remedy = "" }) {
    if (verdict !== "error")
        return null;
    const [, why] = /could not (?:run|start): (.+)$/s.exec(says) ?? [];
    const told = (why ?? says).split(" Before that it had printed:")[0] ?? "";
    return `${told.replace(/^\*\* \([\w.]+\) /, "")}\n${remedy}`;
}
function once_notRun(named) {
    return { verdict: "not-run", reason_code: "could_not_run", says: `Not run, for the reason that \`${named}\` names.` };
}

// EXTERNAL MODULE: ./build/src/domain/day.js
var domain_day = __webpack_require__(3180);
;// CONCATENATED MODULE: ./build/src/checks/backup.js

/**
 * Phase 6: Backup verified. Every environment whose schema changes must name how its database is backed up. Nothing
 * runs a backup or looks for one yet, so that what is named is configured, and never verified.
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
            remedy: 'Write `backup: {by: command, verify: …}` for it, or `backup: {by: provider, says: "snapshots every hour", verified: YYYY-MM-DD}` with the day on which a restore was tried.',
            findings,
        };
    }
    const named = migrating.map(({ name, backup }) => `${name} by ${backup === null ? "nothing" : backupText(backup)}`);
    return {
        verdict: "not-run",
        reason_code: "backup_not_run",
        says: `Configured, not run: ${named.join("; ")}.`,
        remedy: "Look at the backup before you deploy: phoenix-deploy does not run or check it yet, and this blocks nothing as `should`, its default.",
        facts: { environments: migrating.map((one) => one.name) },
    };
}
function faultOf({ name, backup }, now) {
    const fault = (message) => [{ severity: "error", message, rule: "backup" }];
    if (backup === null)
        return fault(`Environment ${name} runs migrations and names no backup.`);
    if (backup.by === "provider" && (0,domain_day/* daysAhead */.V)(backup.verified, now) > 1)
        return fault(`The backup of ${name} was verified on ${backup.verified}, a day that is still to come.`);
    return [];
}
/** A backup in words. */
function backupText(backup) {
    return backup.by === "provider"
        ? `its provider (${backup.says}; the settings say that a restore was tried on ${backup.verified})`
        : `a command (${[backup.make, backup.verify].flatMap((work) => (work === null ? [] : `\`${workText(work)}\``)).join(", then ")})`;
}
function workText(work) {
    return "eval" in work ? work.eval : work.run.join(" ");
}

;// CONCATENATED MODULE: ./build/src/domain/written-date.js

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
    return (0,domain_day/* isDay */.N)(text) ? text : null;
}

;// CONCATENATED MODULE: ./build/src/domain/changelog-heading.js


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
    const text = changelog_heading_plain(raw.slice(0, headingLimit));
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
    if (parseVersion(word) !== null)
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
function changelog_heading_plain(raw) {
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
    const text = changelog_heading_plain(raw);
    const date = writtenDate(text);
    return date !== null && wordless(text) ? { text: date.text, days: date.days } : null;
}

;// CONCATENATED MODULE: ./build/src/domain/changelog.js

/**
 * Finds the sections of all versions, in the order of the file. Text in code fences and comments is no heading.
 */
function changelogSections(changelog) {
    const lines = changelog_linesOf(changelog);
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
function changelog_linesOf(changelog) {
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

;// CONCATENATED MODULE: ./build/src/checks/changelog.js




/** Largest CHANGELOG that is read. */
const changelog_maxBytes = 8 << 20;
/** What a CHANGELOG is called, most usual first; upper and lower case are one. */
const fileNames = ["changelog", "changes", "history", "release_notes", "release-notes", "releases", "news"];
const fileEndings = [".md", ".markdown", "", ".txt", ".rst"];
const folders = [".", "docs", "doc"];
/**
 * Reads the file that the settings name, else the CHANGELOG of the mix project, else that of the repository. `path`
 * maps a file to the repository.
 */
async function readChangelog(files, { changelogFile, projectPath }, workspace, path) {
    const absolute = changelogFile === null ? await usualFile(files, projectPath, workspace) : (0,external_node_path_.join)(workspace, changelogFile);
    if (absolute === null)
        return { file: "CHANGELOG.md", text: null };
    const file = path(absolute);
    try {
        return { file, text: await files.read(absolute, changelog_maxBytes) };
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
    return files.read(path, changelog_maxBytes).then(() => false, (error) => error.code === "EISDIR");
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
    if (date?.days.every((day) => (0,domain_day/* daysAhead */.V)(day, now) > 1))
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
    const remedy = `Write ${file} with a section ${heading}, name another file with \`checks: {changelog: {file: …}}\`, or set \`checks: {changelog: off}\`.`;
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

;// CONCATENATED MODULE: ./build/src/checks/rollback-plan.js

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
        return rollback_plan_passed(`${file} documents the rollback, in ${(0,plural/* counted */.h)(lines, "line")}.`, file);
    }
    const { generated, environments, refused } = facts;
    if (environments.length === 0) {
        const says = "The settings name no environment, so there is no deployment to plan the rollback of.";
        return { verdict: "not-run", reason_code: "not_applicable", says };
    }
    const [worst] = refused;
    if (worst !== undefined)
        return failed(`${worst.environment} cannot be rolled back: ${worst.refusal.says}`, worst.refusal.remedy);
    return rollback_plan_passed(`Generated for ${environments.join(", ")}: ${generated}.`, generated);
}
function rollback_plan_passed(says, file) {
    return { verdict: "pass", reason_code: "passed", says, facts: { file } };
}

;// CONCATENATED MODULE: ./build/src/checks/version.js




/**
 * Phase 6: Version bumped in mix.exs. SemVer, greater than the newest version tag and than the base branch's version.
 */
function version_judgeVersion(facts) {
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
    const version = domain_release/* versionSchema */.G0.safeParse(text).success ? parseVersion(text) : null;
    if (version === null)
        return failed("version_invalid", `The version \`${version_shown(text)}\` is not SemVer of at most 64 characters.`, "Write one such as `1.4.0` or `1.4.0-rc.1`.");
    const tags = sortTags(facts, version);
    const last = newest(tags.before);
    const ofLine = last === null || compareVersions(version, last.version) > 0 ? null : lineBelow(tags.before, version);
    const counts = ofLine !== null && facts.maintenance ? ofLine : last;
    const rivals = [...(counts === null ? [] : [rivalOf(counts, counts === ofLine)]), ...onBase(base)];
    const unbeaten = rivals.find((one) => compareVersions(version, one.version) <= 0);
    if (unbeaten !== undefined) {
        const says = `${text} is not greater than ${version_shown(unbeaten.text)}, ${unbeaten.where}.`;
        return failed("version_not_bumped", says, remedyFor(unbeaten, version, { last, ofLine, before: tags.before }));
    }
    // What is seen can say no; only what is whole can say yes.
    if (shallow) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: "The checkout is shallow: version tags may be missing, so the newest one is not known.",
            remedy: "Give actions/checkout `fetch-depth: 0`.",
        };
    }
    if (base !== null && "missing" in base)
        return base.missing;
    const than = rivals.map((one) => `${version_shown(one.text)}, ${one.where}`).join(", and than ");
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${text} is ${than === "" ? "valid SemVer" : `greater than ${than}`}${counts === null ? `; ${without(facts, tags.read)}` : ""}.`,
        facts: {
            version: text,
            newest_tag: counts?.text ?? null,
            base: base?.version ?? null,
            tags: facts.tags.length,
            tags_read: tags.read,
        },
        findings: version_notices(facts, tags, { last, counts }),
    };
}
/**
 * The tag before this version; what names this very commit and version is what shipping it makes, and does not count.
 */
function newestTag(facts) {
    const version = facts.version === null ? null : parseVersion(facts.version);
    return newest(version === null ? versionTags(facts.tags, facts.rules) : sortTags(facts, version).before);
}
function sortTags({ tags, rules, head }, version) {
    const read = versionTags(tags, rules);
    const others = read.filter((one) => one.commit !== head || compareVersions(one.version, version) !== 0);
    const elsewhere = others.filter((one) => one.version.pre.length > 0 && !sameLine(one.version, version));
    return { before: others.filter((one) => !elsewhere.includes(one)), elsewhere, read: read.length };
}
/** The newest tag of the version's own line, `1.7`, else of its major version, where the version comes after it. */
function lineBelow(before, version) {
    const minor = before.filter((one) => sameLine(one.version, version));
    const line = minor.length > 0 ? minor : before.filter((one) => one.version.core[0] === version.core[0]);
    const last = newest(line);
    return last !== null && compareVersions(version, last.version) > 0 ? last : null;
}
function rivalOf({ text, version, name, commit }, ofLine) {
    const which = ofLine ? "the newest version tag of its line" : "the newest version tag";
    return { text, version, where: `${which} \`${version_shown(name)}\` (commit ${commit.slice(0, 8)})` };
}
/** What to do where the version is not greater. */
function remedyFor(unbeaten, version, { last, ofLine, before }) {
    if (last !== null && unbeaten.text === last.text) {
        if (outOfLine(last, version, before)) {
            return `No release of this project could follow \`${version_shown(last.name)}\`: name the tags that count, as in \`checks: {version: {tags: "${leavingOut(last, version)}"}}\`, or delete that tag.`;
        }
        if (ofLine !== null)
            return "For a maintenance release set `checks: {version: {line: maintenance}}`, or release it from a branch other than the default one. Else raise `version` in mix.exs.";
    }
    return "Phase 6 asks for a greater `version` in mix.exs with each release: raise it. A project that does not number its releases there sets `checks: {version: {from: tag}}`, which takes the version from the tag that is released, or `checks: {version: off}`.";
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
    const which = rules.patterns.length > 0 ? ` under ${rules.patterns.map((one) => `\`${version_shown(one)}\``).join(", ")}` : "";
    return `${(0,plural/* counted */.h)(tags.length, "tag")}, none read as a version of this application${which}`;
}
/** What a reader should know of a pass. */
function version_notices(facts, tags, { last, counts }) {
    const notice = (message) => ({
        severity: "notice",
        message,
        file: facts.file,
        line: 1,
        rule: "version",
    });
    const found = [];
    if (counts !== last && last !== null)
        found.push(notice(`A maintenance release: ${version_shown(last.text)} (\`${version_shown(last.name)}\`) is newer, and of another line.`));
    const above = newest(tags.elsewhere.filter((one) => compareVersions(one.version, parseVersion(facts.version ?? "") ?? one.version) > 0));
    if (above !== null)
        found.push(notice(`\`${version_shown(above.name)}\` does not count: it is a pre-release of another line.`));
    if (tags.read === 0 && facts.tags.length > 0) {
        const pattern = patternOf(facts.tags);
        const how = pattern === null
            ? ""
            : ` If they are this application's, set \`checks: {version: {tags: "${version_shown(pattern)}"}}\`.`;
        found.push(notice(`None of ${facts.tags.length} tags, such as \`${version_shown(facts.tags[0]?.name ?? "")}\`, was read as a version.${how}`));
    }
    return found;
}
/** What the base branch says; a version there that is none binds nobody. */
function onBase(base) {
    if (base === null || "missing" in base || base.version === null)
        return [];
    const version = parseVersion(base.version);
    return version === null ? [] : [{ text: base.version, version, where: `the version on \`${version_shown(base.branch)}\`` }];
}
/** Text from outside within a sentence: one line, cut. Who renders it escapes it. */
function version_shown(text) {
    const line = text.replaceAll(/[\p{Cc}`]+/gu, " ").trim();
    return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}

;// CONCATENATED MODULE: ./build/src/domain/plan.js
/** True for a refusal. */
function plan_isRefusal(made) {
    return "refused" in made;
}

// EXTERNAL MODULE: ./build/src/render/markdown.js
var markdown = __webpack_require__(5601);
;// CONCATENATED MODULE: ./build/src/render/rollback-plan.js


/** Phase 6: Rollback Criteria, each with the word that the rollback is given as its reason. */
const criteria = {
    "error-rate": ({ errorRate, watchMs }) => {
        const watch = `For ${(0,wording/* duration */.p0)(watchMs)} after traffic moved, promote watches this and rolls back by itself.`;
        return `More than ${Math.round(errorRate * 1e6) / 1e4} % of requests fail.${watchMs > 0 ? ` ${watch}` : ""}`;
    },
    performance: () => "Performance is worse by more than 50 %.",
    "p1-bug": () => "A P1 bug is found.",
    security: () => "A security vulnerability is found.",
    "data-integrity": () => "The integrity of data is in doubt.",
};
/** Phase 6: Rollback plan documented. When, who, how, and step by step for each environment. */
function renderRollbackPlan(document) {
    const parts = [
        `# Rollback plan of ${(0,markdown/* plain */.pj)(document.app)} ${(0,markdown/* plain */.pj)(document.version)}`,
        origin(document),
        "## When",
        (0,markdown/* table */.tp)(["Criterion", "Reason to give"], Object.entries(criteria).map(([reason, says]) => [(0,markdown/* cell */.Hn)(says(document.criteria)), (0,markdown/* code */.aY)(reason)])),
        "## Who and how",
        ...who,
        "## The database",
        (0,markdown/* sentence */.em)([
            "The schema stays as it is: it was expanded before the release took traffic, and the previous release works",
            "with it. No migration is rolled back automatically.",
        ].join(" ")),
        document.environments.map(databaseLine).join("\n"),
        ...document.environments.flatMap(environmentPart),
    ];
    return `${parts.join("\n\n")}\n`;
}
function origin({ sha, version }) {
    return (0,markdown/* sentence */.em)([
        `Generated by validate from the settings of commit \`${sha.slice(0, 12)}\`, for a rollback from this release.`,
        "A rollback makes its own plan from what it finds on the target;",
        `its release ids also have the digest, such as \`${version}-1a2b3c4d\`.`,
    ].join(" "));
}
const who = [
    (0,markdown/* sentence */.em)([
        "Whoever may run the workflow with the action `rollback` (examples/workflows/rollback.yml).",
        "Where the environment of its job has required reviewers, they have to approve. In a terminal:",
    ].join(" ")),
    (0,markdown/* code */.aY)("gh workflow run rollback.yml -f reason=error-rate"),
    (0,markdown/* sentence */.em)([
        "With `dry-run` it prints the plan and changes nothing. The reason `drill` rehearses it without marking the",
        "release bad; `manual` needs a detail.",
    ].join(" ")),
];
function databaseLine({ name, migrate, backup }) {
    if (migrate === null)
        return `- ${(0,markdown/* plain */.pj)(name)}: runs no migrations.`;
    const how = backup === null
        ? "the settings name none"
        : `configured as ${(0,markdown/* sentence */.em)(backup)}, not run or checked by phoenix-deploy`;
    return `- ${(0,markdown/* plain */.pj)(name)}: ${(0,markdown/* code */.aY)(migrate)} ran before the release took traffic. Its backup: ${how}.`;
}
function environmentPart({ name, plans }) {
    return [
        `## ${(0,markdown/* plain */.pj)(name)}`,
        ...plans.flatMap(({ when, plan }) => [
            `${(0,markdown/* plain */.pj)(when)} ${(0,markdown/* sentence */.em)(plan.says)}`,
            plan.steps.map((step, index) => `${index + 1}. ${(0,markdown/* sentence */.em)(step.says)}`).join("\n"),
            ...plan.warnings.map((warning) => `> **Note:** ${(0,markdown/* sentence */.em)(warning)}`),
        ]),
    ];
}

// EXTERNAL MODULE: ./build/src/domain/fleet.js
var domain_fleet = __webpack_require__(134);
// EXTERNAL MODULE: ./build/src/strategies/registry.js + 3 modules
var registry = __webpack_require__(3832);
// EXTERNAL MODULE: ./build/src/strategies/facts.js
var facts = __webpack_require__(1832);
// EXTERNAL MODULE: ./build/src/strategies/leftovers.js
var leftovers = __webpack_require__(8211);
;// CONCATENATED MODULE: ./build/src/strategies/refusals.js

/**
 * Why nothing may be changed now, whoever asks: another run holds the lock, or a step still works. Seconds are the
 * host's own.
 */
function busy(fleet, { owner, takeLock = false }) {
    const held = fleet.hosts.find(({ lease, now }) => lease !== null && lease.owner !== owner && lease.expires > now);
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
    const working = fleet.hosts.find(({ stepRunning }) => stepRunning);
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
/** Why a strategy cannot work on this target: hosts, slots or router servers that it needs are not there. */
function unsuited(fleet, strategy) {
    if (fleet.hosts.length === 0) {
        return { refused: "invalid_settings", says: "The environment names no host.", remedy: "Name one under `hosts`." };
    }
    const faults = strategy.suits(layoutOf(fleet));
    if (faults.length > 0) {
        const all = (text) => faults.map((fault) => fault[text]).join(" ");
        return { refused: "invalid_settings", says: all("says"), remedy: all("remedy") };
    }
    return serverMissing(fleet);
}
function layoutOf({ hosts, router }) {
    return { hosts: hosts.map(({ host }) => host), slots: hosts[0]?.slots ?? {}, routed: router !== null };
}
/** Why no traffic could be moved: the router does not know a server of a slot. */
function serverMissing(fleet) {
    const { router } = fleet;
    if (router === null)
        return null;
    const known = (name) => Object.hasOwn(router, name);
    const missing = (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => (0,facts/* servers */.b0)(fleet, slot).filter((name) => !known(name)));
    if (missing.length === 0)
        return null;
    return {
        refused: "router_failed",
        says: `The router has no server ${missing.join(", ")}.`,
        remedy: fleet.hosts.length === 1
            ? "Name the servers of the backend as the slots are named."
            : "Name the servers of the backend `<host>-<slot>`.",
    };
}
/** Why a release must not run here again: it was rolled back for a fault of its own, or left by a rollback. */
function condemned(fleet, release) {
    const host = fleet.hosts.find(({ bad }) => bad.includes(release));
    if (host === undefined)
        return null;
    return {
        refused: "release_marked_bad",
        says: `${release} was rolled back on ${host.host} for a fault and is marked bad.`,
        remedy: "Release a new version. If the mark is wrong, delete the line from state/bad below the application's path " +
            `on ${host.host}.`,
    };
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

// EXTERNAL MODULE: ./build/src/strategies/steps.js
var strategies_steps = __webpack_require__(4140);
;// CONCATENATED MODULE: ./build/src/strategies/under-lock.js

/**
 * A plan with the locks around it: those that are not ours yet are taken first, in the order of the hosts' names, and
 * all are released last. A lock that expired and still names us is ours: nobody came in between.
 */
function underLock(fleet, { owner, takeLock = false }, plan) {
    const sorted = [...fleet.hosts].sort((one, other) => (one.host < other.host ? -1 : 1));
    const missing = sorted.filter(({ lease }) => lease?.owner !== owner);
    const locks = missing.map((host) => (0,strategies_steps/* acquire */.XC)(host, takeLock));
    return { ...plan, steps: [...locks, ...plan.steps, ...sorted.map(strategies_steps/* unlock */.Tl)] };
}

;// CONCATENATED MODULE: ./build/src/strategies/rollback.js







/**
 * Back to the last release that was verified before the active one (Phase 6: Rollback Procedure, as it holds in
 * practice: traffic first, the schema stays).
 */
function planRollback(observed, wanted, all = registry/* strategies */.W) {
    const strategy = (0,registry/* strategyOf */.x)(wanted, all);
    if (plan_isRefusal(strategy))
        return strategy;
    const refused = busy(observed, wanted) ?? unsuited(observed, strategy);
    if (refused !== null)
        return refused;
    const { steps: completing, fleet } = (0,leftovers/* completeRecords */.It)(observed);
    const choice = chooseRollback(fleet, wanted.to ?? null);
    if ("refused" in choice)
        return choice;
    const { left, to, verified } = choice;
    const { markBad, environment } = wanted;
    // Before the record: a run that is cut between the two and begins again does not go back to what was left.
    const marked = markBad ? fleet.hosts.filter((host) => !host.bad.includes(left)) : [];
    const mark = marked.map((host) => strategies_steps/* markBad */.Tc(host, left));
    const toward = { ...wanted, release: to, migrate: false, holdSeconds: markBad ? 0 : wanted.holdSeconds };
    const steps = [...completing, ...strategy.rollback(fleet, { wanted: toward, verified, mark })];
    const unreadable = steps.some(({ type }) => type === "start") ? unreadableEnvironment(fleet) : null;
    if (unreadable !== null)
        return unreadable;
    const unverified = `${to} is not the previous verified release: it is verified before it takes traffic.`;
    const because = verified ? "the previous verified release" : "as requested";
    return underLock(fleet, wanted, {
        says: `Roll ${environment} back from ${left} to ${to}, ${because}.`,
        warnings: [...strategy.warnings(steps), ...(verified ? [] : [unverified])],
        steps,
    });
}
/**
 * Where a rollback goes: never to what a link or a date suggests, only to the hosts' record of what was verified. A
 * release that takes traffic without having been verified, because a run was interrupted, is left for the active one;
 * the active one is left for the one before it, also where that one takes traffic already, because a rollback was
 * interrupted.
 */
function chooseRollback(fleet, to) {
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null) {
        return {
            refused: "no_previous_release",
            says: "No release was ever verified here.",
            remedy: "Deploy a version that works.",
        };
    }
    const unverified = unverifiedWithTraffic(fleet, active);
    const left = unverified ?? active.release;
    const last = unverified === null ? active.before : active.release;
    const target = to ?? last;
    if (to !== null && to === left) {
        return {
            refused: "already_active",
            says: `${to} is already active.`,
            remedy: "Nothing has to be done; to go further back, name another release.",
        };
    }
    if (target === null) {
        return {
            refused: "no_previous_release",
            says: `${left} is the only release that was ever verified here.`,
            remedy: "There is no release to roll back to. Deploy a version that works.",
        };
    }
    const lacking = fleet.hosts.find((host) => !host.releases.includes(target));
    if (lacking !== undefined) {
        return {
            refused: "release_not_kept",
            says: `${target} is not kept on ${lacking.host}.`,
            remedy: "Deploy that version again with promote; `strategy.keep` sets how many releases a host keeps.",
        };
    }
    return condemned(fleet, target) ?? { left, to: target, verified: target === last };
}
/** A release that takes traffic and is neither the active one nor, in a rollback that was interrupted, the one before. */
function unverifiedWithTraffic(fleet, active) {
    const returning = (release) => release === active.before && !fleet.hosts.some(({ bad }) => bad.includes(release));
    const serving = fleet.hosts.flatMap((host) => (0,facts/* slotNames */.Do)(fleet)
        .filter((slot) => fleet.router === null || (0,facts/* carries */.ED)(fleet, host, slot))
        .map((slot) => host.slots[slot]?.running?.release ?? active.release));
    return serving.find((release) => release !== active.release && !returning(release)) ?? null;
}

;// CONCATENATED MODULE: ./build/src/strategies/expected-rollback.js




/**
 * The rollbacks that a deployment would need, planned before it: on a fleet where the release serves and the one before
 * is kept on disk, and in its slot until its hold is over.
 */
function expectedRollbacks(expected, all = registry/* strategies */.W) {
    const { wanted } = expected;
    const strategy = (0,registry/* strategyOf */.x)(wanted, all);
    const plan = (warm) => planRollback(deployed(expected, warm), wanted, all);
    if (plan_isRefusal(strategy) || !strategy.holds || wanted.holdSeconds === 0)
        return [{ when: "always", made: plan(false) }];
    return [
        { when: "warm", made: plan(true) },
        { when: "stopped", made: plan(false) },
    ];
}
/** The fleet after the deployment: the release serves in the last slot, the one before is in the first. */
function deployed({ layout, releases: { now, before } }, warm) {
    const { hosts, slots, routed } = layout;
    const names = Object.keys(slots).sort();
    const serving = names.at(-1) ?? "";
    const fleet = hosts.map((host) => ({
        host,
        now: 0,
        releases: [before, now],
        bad: [],
        current: now,
        slots: Object.fromEntries(Object.entries(slots).map(([slot, { port }]) => {
            const release = slot === serving ? now : before;
            return [slot, { port, link: release, running: slot === serving || warm ? { pid: 1, release } : null }];
        })),
        active: { release: now, slot: serving, before },
        intent: null,
        holdUntil: null,
        lease: null,
        stepRunning: false,
        diskFreeBytes: 0,
    }));
    const router = Object.fromEntries(names.flatMap((slot) => hosts.map((host) => [
        (0,domain_fleet/* serverName */.L)(hosts, host, slot),
        { state: slot === serving ? "ready" : "maint", weight: 100, sessions: 0 },
    ])));
    return { hosts: fleet, router: routed ? router : null };
}

;// CONCATENATED MODULE: ./build/src/validation/base-version.js




/**
 * The version on the branch that a pull request goes to, resolved by mix itself in a throw-away worktree. Null where
 * the run is of no pull request. `name` is the app or release whose version it is, `head` the commit that is checked
 * out.
 */
async function baseVersion(context, repository, name, head) {
    const { pullRequest, ref, sha, workspace, temp } = context.job;
    if (pullRequest === null)
        return null;
    const branch = pullRequest.baseRef;
    // The merge commit that GitHub makes for a pull request has the base as its first parent.
    const merge = head === sha && /^refs\/pull\/\d+\/merge$/.test(ref);
    try {
        const commit = (await repository.commitOf(`refs/remotes/origin/${branch}`)) ??
            (merge ? await repository.commitOf(`${head}^1`) : null);
        if (commit === null)
            return { branch, missing: notHere(branch) };
        const folder = (0,external_node_path_.join)(temp, "base");
        const project = (0,external_node_path_.join)(folder, (0,external_node_path_.relative)(workspace, context.project));
        return await repository.atCommit(commit, folder, async () => {
            if (!(await context.files.exists((0,external_node_path_.join)(project, "mix.exs"))))
                return { branch, version: null };
            const known = await askMix({ ...context, project });
            return "verdict" in known
                ? { branch, missing: unknown(branch, known) }
                : { branch, version: project_versionOf(known, name) };
        });
    }
    catch (error) {
        // A clone without blobs, or a disk that is full: git's own words.
        const says = (0,error_text/* errorText */.k)(error);
        return { branch, missing: unknown(branch, { verdict: "error", reason_code: "could_not_run", says }) };
    }
}
function unknown(branch, why) {
    return { ...why, says: `The version on ${branch} is not known. ${why.says}` };
}
function notHere(branch) {
    return {
        verdict: "error",
        reason_code: "not_judged",
        says: `The branch ${branch}, which the pull request goes to, is not in this checkout.`,
        remedy: "Give actions/checkout `fetch-depth: 0`.",
    };
}

;// CONCATENATED MODULE: ./build/src/targets/heartbeat.js
/**
 * Renews a lock every `everyMs` milliseconds until it is stopped or the lock is lost. A renewal that cannot be judged
 * is tried again: a lease that expired meanwhile is still ours as long as nobody else took it.
 */
function startHeartbeat(renew, everyMs, clock) {
    let stopped = false;
    let lost = null;
    void beat();
    return {
        lost: () => lost,
        stop() {
            stopped = true;
        },
    };
    async function beat() {
        while (!stopped && lost === null) {
            const began = clock.ticks();
            await clock.sleep(everyMs);
            // A sleep that ends early was ended by a cancel: the step under way has the rest of the lease, and no other
            // begins.
            if (stopped || clock.ticks() - began < everyMs / 2)
                return;
            const renewal = await renew().catch(() => "unknown");
            if (typeof renewal === "object" && !stopped)
                lost = renewal.lost;
        }
    }
}

;// CONCATENATED MODULE: ./build/src/commands/host.js
/** The two constants that a host's login shell ever sees: everything else travels on standard input. */
const runProgram = ["/bin/sh", "-s"];
const receiveFile = [
    "/bin/sh",
    "-c",
    'IFS= read -r p && { LC_ALL=C cat >"$p" || { rm -f "$p"; exit 1; }; }',
];
/** Text as one word of sh, whatever it holds. NUL cannot be carried and is refused. */
function quote(value) {
    if (value.includes("\0"))
        throw new Error("A value for a host holds a NUL byte");
    return `'${value.replaceAll("'", "'\\''")}'`;
}
/** A text of sh with values: quoted assignments, then the text. Names are ours, values are anybody's. */
function programText(values, program) {
    return [...Object.entries(values).map(([name, value]) => `${name}=${quote(value)}`), program].join("\n");
}

;// CONCATENATED MODULE: ./build/src/transports/transport.js
/** A command as it is started here to run on the host. */
function behind({ prefix }, command) {
    const [first = command[0], ...rest] = [...prefix, ...command];
    return [first, ...rest];
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/lease.js
/** How long a lease lasts without renewal, seconds, unless a caller says otherwise. */
const defaultLeaseSeconds = 180;
/** Renewals in the length of a lease: several may fail before it expires. */
const beatsOfLease = 9;
function leaseSecondsOf({ leaseSeconds }) {
    return leaseSeconds ?? defaultLeaseSeconds;
}
/** How often the lock is renewed, milliseconds. */
function beatMs(options) {
    return (leaseSecondsOf(options) * 1_000) / beatsOfLease;
}

// EXTERNAL MODULE: ./build/src/routers/none.js
var none = __webpack_require__(4440);
;// CONCATENATED MODULE: ./build/src/targets/hosts/program.js



/** The program of host/ in the order of its files' numbers, without the parts of the routers. */
const program = Object.keys(assets.assets)
    .filter((name) => /^host\/\d/.test(name))
    .sort()
    .map((name) => assets.assets[name])
    .join("\n");
/** The program with its values for one host. Only the host on which the router is changed gets the router's part. */
async function programFor(environment, host, values) {
    const router = host === environment.routerHost ? environment.router : (0,none/* noRouter */.L)();
    return programText({ ...values, PD_ROUTER: programText(router.values, await router.part()) }, program);
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/remedies.js
const remedies = {
    lock_held: "Wait for that run to end, or for its lock to expire; then run again.",
    lock_lost: "That run decides now what serves. When it has ended, run this job again.",
    step_running: "It ends by itself within its time limit. Run again then.",
    digest_mismatch: "The file was changed on its way. Run again; if it happens again, find out who changes it.",
    migration_failed: "Traffic was not moved. Fix what the output names and run the job again; the schema's versions before and after " +
        "are in the facts.",
    environment_file_invalid: "Correct these lines: the format is that of systemd's EnvironmentFile, one NAME=value a line.",
    port_taken: "Stop that process, or give the slot another port in the settings and in the router.",
    unsafe_release: "Find out how that came into the release, and build it anew without it.",
    disk_full: "Free space there, or keep fewer releases (`strategy.keep`), and run again.",
};
/** What to do about a host's failure with this reason; empty where the sentence itself says it. */
function remedyOf(code, { router }) {
    return code === "router_failed" ? router.remedy : (remedies[code] ?? "");
}

// EXTERNAL MODULE: ./build/src/domain/reason.js
var reason = __webpack_require__(3020);
;// CONCATENATED MODULE: ./build/src/targets/hosts/report.js

/** Reads the records that the host program prints: `pd <TAB> key <TAB> values`. Everything else is a tool's print. */
function readReport(stdout) {
    const records = [];
    const relayed = [];
    let exit = null;
    let failure = null;
    for (const line of stdout.split("\n")) {
        const [mark, key = "", ...values] = line.split("\t");
        if (mark !== "pd") {
            if (line !== "")
                relayed.push(line.replace(/^\| /, ""));
        }
        else if (key === "exit")
            exit = /^\d+$/.test(values[0] ?? "") ? Number(values[0]) : null;
        else if (key === "fail")
            failure = { reason_code: report_reasonOf(values[0] ?? ""), says: values.slice(1).join(" ") };
        else
            records.push([key, ...values]);
    }
    return { records, relayed: relayed.join("\n"), exit, failure };
}
function report_reasonOf(word) {
    return reason/* reasonCodes */.J.find((code) => code === word) ?? "unexpected_error";
}
/** The values of the first record with this key; none where the program printed no such record. */
function valuesOf({ records }, key) {
    return records.find((record) => record[0] === key)?.slice(1) ?? [];
}
/** What the host program warned of although it did what it was asked. */
function warningsIn({ records }) {
    return records.filter(([key]) => key === "warning").map((record) => record.slice(1).join(" "));
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/call.js






/** Runs the program on hosts as this run may. */
function callerOf(options, ways) {
    const { environment, shell } = options;
    const common = commonValues(options);
    return async ({ host, op, values = {}, limitMs }) => {
        const ran = await shell.run({
            argv: behind(ways.to(host), runProgram),
            stdin: { text: await programFor(environment, host, { PD_OP: op, ...common, ...values }) },
            limitMs,
            onCancel: "finish",
            evenAfterCancel: op === "release-lock",
        });
        const report = readReport(ran.stdout);
        if (report.exit === 0 && report.failure === null)
            return report;
        const tail = [report.relayed, ran.stderr.trim()].filter((text) => text !== "").join("\n");
        const judgement = report.failure === null ? withoutReason({ host, op }, report, ran) : call_refused(host, report.failure);
        return { remedy: remedyOf(judgement.reason_code, environment), ...judgement, tail: tail.slice(-4_000) };
    };
}
/** The values that every operation has. */
function commonValues(options) {
    const { path, slots } = options.environment;
    const runUrl = options.runUrl ?? "";
    return {
        PD_OWNER: options.owner,
        PD_URL: /^https?:\/\/\S+$/.test(runUrl) ? runUrl : "",
        PD_PATH: path,
        PD_APP: options.app,
        PD_NAME: options.releaseName,
        PD_TTL: String(leaseSecondsOf(options)),
        PD_SLOTS: Object.entries(slots)
            .map(([name, { port }]) => `${name}=${port}`)
            .join(" "),
        PD_MANIFEST: "",
    };
}
/** The program said itself why. */
function call_refused(host, { reason_code, says }) {
    return { verdict: "fail", reason_code, says: `${host}: ${says}` };
}
/** Without its last line, or without a reason, what the program did is unknown, whatever its exit code was. */
function withoutReason({ host, op }, report, ran) {
    const how = {
        exited: `exited with code ${report.exit ?? ran.code} without a reason`,
        "timed-out": "timed out",
        cancelled: "was cancelled",
        "not-started": `could not be started (${ran.why})`,
    }[ran.ended];
    return {
        verdict: "error",
        reason_code: ran.ended === "cancelled" ? "cancelled" : "state_unknown",
        says: `${op} on ${host} ${how}; its effect is unknown.`,
        remedy: "Run the job again: it observes the host first.",
    };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/context.js
/** True where the operation did not pass. */
function context_failed(answer) {
    return "verdict" in answer;
}
/** A report that cannot be read: no facts are better than wrong ones. */
function unreadable(says) {
    return {
        verdict: "error",
        reason_code: "state_unknown",
        says,
        remedy: "Run the job again; if it stays, report the log as a fault of phoenix-deploy.",
    };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/lock.js

/** Renews the lock on every host: lost where one names another owner, unknown where one does not answer. */
async function renew({ options, call }) {
    const reports = await Promise.all(options.environment.hosts.map(({ name }) => call({ host: name, op: "renew", limitMs: 30_000 })));
    const failures = reports.filter(context_failed);
    const lost = failures.find(({ reason_code }) => reason_code === "lock_lost");
    if (lost !== undefined)
        return { lost: lost.says };
    return failures.length === 0 ? "kept" : "unknown";
}

// EXTERNAL MODULE: ./build/src/domain/host-record.js
var host_record = __webpack_require__(4046);
;// CONCATENATED MODULE: ./build/src/targets/hosts/facts.js

/** The facts of one host; a sentence when a record is missing or unreadable, since an incomplete view is no view. */
function readFacts(report, host, slots) {
    const all = (key) => report.records.filter((record) => record[0] === key).map((record) => record.slice(1));
    const one = (key) => all(key)[0];
    const now = (0,host_record/* whole */.W)(one("now")?.[0]);
    const disk = (0,host_record/* whole */.W)(one("disk")?.[0]);
    const step = one("step")?.[0];
    if (now === null || disk === null || (step !== "running" && step !== "idle"))
        return `The report of ${host} is incomplete.`;
    const facts = [];
    for (const [name, { port }] of Object.entries(slots)) {
        const seen = all("slot").find((record) => record[0] === name);
        if (seen === undefined)
            return `The report of ${host} does not name slot ${name}.`;
        const pid = (0,host_record/* whole */.W)(seen[2]);
        const running = pid === null ? null : { pid, release: seen[3] || null };
        const stranger = seen[4] === "foreign" ? { stranger: seen[6] || "another process" } : {};
        facts.push([name, { port, link: seen[1] || null, running, ...stranger }]);
    }
    const faults = all("env_fault").map((record) => record[0] ?? "");
    const [owner, expires, since, url] = one("lease") ?? [];
    const [release, slot, before] = one("active") ?? [];
    const [intentOwner, intentRelease, intentSlot] = one("intent") ?? [];
    return {
        host,
        now,
        releases: all("release").map((record) => record[0] ?? ""),
        bad: all("bad").map((record) => record[0] ?? ""),
        current: one("current")?.[0] || null,
        slots: Object.fromEntries(facts),
        active: release && slot ? { release, slot, before: before || null } : null,
        intent: intentOwner && intentRelease && intentSlot
            ? { owner: intentOwner, release: intentRelease, slot: intentSlot }
            : null,
        holdUntil: (0,host_record/* whole */.W)(one("hold")?.[0]),
        lease: owner ? { owner, expires: (0,host_record/* whole */.W)(expires) ?? 0, since: (0,host_record/* whole */.W)(since) ?? 0, ...(url ? { url } : {}) } : null,
        stepRunning: step === "running",
        diskFreeBytes: disk,
        ...(faults.length === 0 ? {} : { environmentFaults: faults }),
    };
}
/** Who answers on a slot's port; null when the report does not say. */
function readAnswering(report) {
    const record = report.records.find(([key]) => key === "running");
    const [, pid = "", release = "", listener, , stranger = ""] = record ?? [];
    if (listener !== "none" && listener !== "own" && listener !== "foreign")
        return null;
    const number = (0,host_record/* whole */.W)(pid);
    return { process: number === null ? null : { pid: number, release: release || null }, listener, stranger };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/observe.js


/** Everything that a plan needs: each host, and the router as reported by the host on which it is changed. */
async function observe({ options, call }) {
    const { hosts, slots, router, routerHost } = options.environment;
    const facts = [];
    let routerFacts = null;
    for (const { name } of hosts) {
        const report = await call({ host: name, op: "observe", limitMs: 60_000 });
        if (context_failed(report))
            return { failed: report };
        const seen = readFacts(report, name, slots);
        if (typeof seen === "string")
            return { failed: unreadable(seen) };
        facts.push(seen);
        if (name !== routerHost)
            continue;
        const servers = router.read(report.records);
        if (typeof servers === "string")
            return { failed: { ...unreadable(servers), reason_code: "router_failed" } };
        routerFacts = servers;
    }
    return { fleet: { hosts: facts, router: routerFacts } };
}
/** Who answers on a slot's port; null when the host cannot be asked. */
async function answering({ call }, host, slot) {
    const report = await call({ host, op: "running", values: { PD_SLOT: slot }, limitMs: 30_000 });
    return context_failed(report) ? null : readAnswering(report);
}
/** The last lines that a slot's process printed. */
async function logTail({ call }, host, slot) {
    const report = await call({ host, op: "log", values: { PD_SLOT: slot }, limitMs: 30_000 });
    return context_failed(report) ? "" : report.relayed;
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/schema-versions.js
/** The default way to read a schema's versions: every repository of the application, by Ecto itself. */
function ectoVersions(app) {
    const read = "{:ok, versions, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.migrated_versions/1)";
    return (`Application.load(:${app}); for repo <- Application.fetch_env!(:${app}, :ecto_repos) do ` +
        `${read}; IO.puts(Enum.join(versions, " ")) end`);
}
/**
 * What an expression prints, on the one line that the host program looks for: what the application logs meanwhile is
 * left out.
 */
function printedVersions(expression) {
    return `{:ok, pd_io} = StringIO.open("")
pd_leader = Process.group_leader()
Process.group_leader(self(), pd_io)
try do
  ${expression}
after
  Process.group_leader(self(), pd_leader)
end
{_, pd_text} = StringIO.contents(pd_io)
IO.puts("phoenix-deploy versions: " <> Enum.join(String.split(pd_text), " "))`;
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/operations.js



const operations = {
    "acquire-lock": { values: ({ take }) => ({ PD_TAKE: take === true ? "yes" : "no" }), done: lockTaken },
    unpack: {
        values: (step, { release }) => ({
            PD_RELEASE: step.release,
            PD_DIGEST: release?.digest ?? "",
            PD_MANIFEST: release?.manifest.trim() ?? "",
        }),
    },
    migrate: {
        values: (step, { app, environment: { migrations } }) => ({
            PD_RELEASE: step.release,
            PD_MIGRATE: migrations.migrate ?? "",
            PD_VERSIONS: printedVersions(migrations.versions ?? ectoVersions(app)),
        }),
        done: migrated,
    },
    start: {
        values: ({ release, slot }, { environment }) => ({
            PD_RELEASE: release,
            PD_SLOT: slot,
            PD_PORT: String(environment.slots[slot]?.port ?? ""),
        }),
        done: operations_started,
    },
    stop: {
        // The program's own wait ends before ours: it still has to kill, and to say so.
        values: ({ slot, how, limitMs }) => ({
            PD_SLOT: slot,
            PD_HOW: how,
            PD_LIMIT: String(Math.max(1, Math.floor(limitMs / 1_000) - 15)),
        }),
        done: operations_stopped,
    },
    activate: { values: ({ release, slot }) => ({ PD_RELEASE: release, PD_SLOT: slot }) },
    hold: { values: ({ slot, seconds }) => ({ PD_SLOT: slot, PD_SECONDS: String(seconds) }) },
    "mark-bad": { values: ({ release }) => ({ PD_RELEASE: release }) },
    prune: { values: ({ remove }) => ({ PD_REMOVE: remove.join(" ") }) },
    "release-lock": { values: () => ({}) },
};
/** One step by one run of the program. */
async function performStep({ options, call }, step) {
    // The table has the operation of this very type, which TypeScript cannot follow.
    const { values, done } = operations[step.type];
    const { host, type, limitMs } = step;
    const report = await call({ host, op: type, values: values(step, options), limitMs });
    if (context_failed(report))
        return report;
    const { says, facts = {}, warnings = [] } = done?.(report) ?? { says: "Done." };
    return {
        verdict: "pass",
        reason_code: "passed",
        says,
        facts,
        tail: report.relayed.slice(-4_000),
        warnings: [...warnings, ...warningsIn(report)],
    };
}
function lockTaken(report) {
    const [from, how, url] = valuesOf(report, "took_over");
    if (from === undefined)
        return { says: "Lock acquired." };
    const owner = url ? `${from} (${url})` : from;
    if (how !== "live")
        return { says: `The lock of ${owner} had expired and was taken over.` };
    const says = `The lock was taken from ${owner}, which still held it.`;
    return { says, warnings: [`${says} That run stops before its next change.`] };
}
function migrated(report) {
    const versions = (key) => (valuesOf(report, key)[0] ?? "").split(" ").filter((word) => word !== "");
    const before = versions("versions_before");
    const after = versions("versions_after");
    const added = after.filter((version) => !before.includes(version));
    return {
        says: added.length === 0
            ? `The schema was up to date: ${after.at(-1) ?? "no version"}.`
            : `Migrated the schema by ${added.join(", ")}.`,
        facts: { versions_before: before, versions_after: after, added },
    };
}
function operations_started(report) {
    const [pid = "", when] = valuesOf(report, "started");
    const says = when === "already" ? `It runs already, as process ${pid}.` : `Started as process ${pid}.`;
    return { says, facts: { pid: Number(pid) } };
}
function operations_stopped(report) {
    const [how = "killed"] = valuesOf(report, "stopped");
    const words = {
        already: "Nothing was running there.",
        ended: "It stopped by itself.",
    };
    return { says: words[how] ?? "It was killed.", facts: { how } };
}

;// CONCATENATED MODULE: ./build/src/strategies/deploy.js




/**
 * From what is on the target now to the wanted release: a plan, or why there is none. Pure: the same facts give the
 * same plan.
 */
function planDeploy(fleet, wanted, all = registry/* strategies */.W) {
    const strategy = (0,registry/* strategyOf */.x)(wanted, all);
    if (plan_isRefusal(strategy))
        return strategy;
    const refused = busy(fleet, wanted) ??
        condemned(fleet, wanted.release) ??
        portTaken(fleet) ??
        unreadableEnvironment(fleet) ??
        unsuited(fleet, strategy);
    if (refused !== null)
        return refused;
    const draft = strategy.deploy(fleet, wanted);
    return underLock(fleet, wanted, { ...draft, warnings: strategy.warnings(draft.steps) });
}

;// CONCATENATED MODULE: ./build/src/strategies/recover.js







/**
 * After a step that did not pass: from what is really there now back to the release that was last verified. Where
 * nothing was ever verified, the new instance is stopped and nothing serves.
 */
function planRecovery(fleet, wanted, all = registry/* strategies */.W) {
    const strategy = (0,registry/* strategyOf */.x)(wanted, all);
    if (plan_isRefusal(strategy))
        return strategy;
    const { owner, environment, release } = wanted;
    const refused = busy(fleet, { owner }) ?? unsuited(fleet, strategy);
    if (refused !== null)
        return refused;
    const mark = marks(fleet, wanted);
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null) {
        const says = `Stop ${release}: there is no verified release to roll back to.`;
        const steps = (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => (0,leftovers/* endAttempts */.m0)({ fleet, wanted, slot }, null));
        return underLock(fleet, { owner }, { says, warnings: [], steps: [...steps, ...mark] });
    }
    const able = fleet.hosts.filter((host) => host.releases.includes(active.release));
    if (able.length === 0) {
        return {
            refused: "release_not_kept",
            says: `No host keeps ${active.release}, the last verified release.`,
            remedy: "Deploy a version that works.",
        };
    }
    const says = `Roll ${environment} back to ${active.release}, the last verified release.`;
    const steps = strategy.recover(fleet, { failed: wanted, active, able, mark });
    return underLock(fleet, { owner }, { says, warnings: [], steps });
}
/** What was verified once may fail to start today for want of a database: it stays what a rollback can go to. */
function marks(fleet, { release, markBad }) {
    const verified = fleet.hosts.some(({ active }) => [active?.release, active?.before].includes(release));
    if (!markBad || verified)
        return [];
    const kept = fleet.hosts.filter((host) => host.releases.includes(release) && !host.bad.includes(release));
    return kept.map((host) => strategies_steps/* markBad */.Tc(host, release));
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/planning.js






/** Hosts are planned for by the strategies. */
function planningOf({ router }, all = registry/* strategies */.W) {
    return {
        plan: (fleet, wanted) => planDeploy(fleet, wanted, all),
        recover: (fleet, wanted) => planRecovery(fleet, wanted, all),
        rollback: (fleet, wanted) => planRollback(fleet, wanted, all),
        rollsBackTo(fleet, to) {
            const found = chooseRollback(fleet, to);
            return "refused" in found ? found : found.to;
        },
        serving,
        routed: (fleet, slot) => routed(fleet, slot, router.lostRemedy),
        passes: passes,
    };
}
function serving(fleet) {
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null)
        return null;
    const { release, slot } = active;
    const found = fleet.hosts.find((host) => (0,facts/* runs */.Np)(host, slot, release));
    return found === undefined ? null : { host: found.host, slot, release };
}
/**
 * A router that was restarted or reloaded after the shift sends traffic where its configuration says: then nothing that
 * users see is of the release.
 */
function routed(fleet, slot, remedy) {
    const seen = (0,facts/* astray */.hC)(fleet, slot);
    if (seen.length === 0)
        return { verdict: "pass", reason_code: "passed", says: `New requests go to ${slot} alone.` };
    const why = "The router was restarted, reloaded or changed by somebody else.";
    const says = `New requests do not go to ${slot} alone any more: ${seen.join("; ")}. ${why}`;
    return { verdict: "fail", reason_code: "router_failed", says, remedy };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/traffic.js


const askMs = 30_000;
const pauseMs = 200;
/** Moves traffic, and passes only where the router reads back as it was ordered. */
async function shift(hosts, step) {
    const { router } = hosts.options.environment;
    const ordered = Object.entries(step.weights).map(([name, weight]) => `${name}=${weight}`);
    const values = { PD_WEIGHTS: ordered.join(" ") };
    const report = await atRouter(hosts, { op: "shift", values, limitMs: step.limitMs });
    if (context_failed(report))
        return report;
    const seen = serversIn(hosts, report);
    if (typeof seen === "string")
        return unreadable(seen);
    const wrong = router.differences(step.weights, seen);
    if (wrong.length > 0)
        return {
            verdict: "fail",
            reason_code: "router_failed",
            says: `${router.name} did not apply the change: ${wrong.join("; ")}.`,
            remedy: router.remedy,
        };
    const { records } = report;
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `New requests go to ${shares(step.weights)}, as read back.`,
        facts: { servers: stateFacts(seen) },
        warnings: [...warningsIn(report), ...router.warnings({ wanted: step.weights, seen, records })],
    };
}
/** Waits until the router has no more sessions on these servers, at most until the limit. */
async function drain(hosts, step) {
    const { clock } = hosts.options;
    const servers = step.servers.join(", ");
    const began = clock.ticks();
    let left = null;
    while (clock.ticks() - began < step.limitMs) {
        const report = await atRouter(hosts, { op: "router", limitMs: askMs });
        if (context_failed(report))
            return report;
        const seen = serversIn(hosts, report);
        if (typeof seen === "string")
            return unreadable(seen);
        left = step.servers.reduce((sum, name) => sum + (seen[name]?.sessions ?? 0), 0);
        if (left === 0)
            return drained(`No requests are left on ${servers}.`, left);
        await clock.sleep(pauseMs);
    }
    // Long connections never end by themselves: the limit was the user's choice, and is said.
    const after = `after ${Math.round(step.limitMs / 1_000)} s; they are cut`;
    return drained(`${left ?? "An unknown number of"} connections were left on ${servers} ${after}.`, left);
}
function drained(says, sessions) {
    return { verdict: "pass", reason_code: "passed", says, facts: { sessions } };
}
function atRouter({ options, call }, calling) {
    return call({ ...calling, host: options.environment.routerHost });
}
function serversIn({ options }, { records }) {
    return options.environment.router.read(records) ?? "The settings name no router.";
}
function shares(weights) {
    const open = Object.entries(weights).filter(([, weight]) => weight > 0);
    return open.map(([name, weight]) => (weight === 100 ? name : `${name} (${weight} %)`)).join(", ");
}
function stateFacts(servers) {
    return Object.fromEntries(Object.entries(servers).map(([name, seen]) => [name, `${seen.state}, weight ${seen.weight} %`]));
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/upload.js





/** Sends the release to a host that has room for it. That all of it arrived is proved when it is unpacked. */
async function upload(hosts, { host, release: id, limitMs }) {
    const { environment, shell, release } = hosts.options;
    const { path } = environment;
    if (release === null || release.id !== id)
        return { verdict: "error", reason_code: "release_missing", says: `The tarball of ${id} is not on this runner.` };
    const crowded = await refuseWithoutRoom(hosts, host, release);
    if (crowded !== null)
        return crowded;
    const ran = await shell.run({
        argv: behind(hosts.ways.to(host), receiveFile),
        stdin: { text: `${path}/incoming/${id}.tar.gz\n`, file: release.path },
        limitMs,
        onCancel: "finish",
    });
    if (ran.ended === "exited" && ran.code === 0) {
        const { bytes } = release;
        return { verdict: "pass", reason_code: "passed", says: `Sent ${bytes} bytes to ${host}.`, facts: { bytes } };
    }
    const full = /No space left|Disk quota exceeded/.test(ran.stderr);
    return {
        verdict: "fail",
        reason_code: full ? "disk_full" : "upload_failed",
        says: `The upload to ${host} failed: ${ran.why || ran.stderr.trim() || `exit code ${ran.code}`}.`,
        remedy: `Check the disk space and the permissions below ${path} on ${host}.`,
    };
}
/** The upload and what it unpacks to lie beside each other for a moment. Null where both have room. */
async function refuseWithoutRoom(hosts, host, release) {
    const { environment, shell } = hosts.options;
    const report = await hosts.call({ host, op: "space", limitMs: 30_000 });
    if (context_failed(report))
        return report;
    const free = Number(valuesOf(report, "disk")[0] ?? Number.NaN);
    const { id, bytes } = release;
    const size = await unpackedBytes(shell, release);
    const needed = bytes + size;
    if (!(free < needed))
        return null;
    return {
        verdict: "fail",
        reason_code: "disk_full",
        says: `No space left on ${host}: ${id} needs about ${needed} bytes below ${environment.path} ` +
            `(${bytes} uploaded, ${size} unpacked), ${free} are free.`,
        remedy: remedyOf("disk_full", environment),
        facts: { free, needed },
    };
}
/** gzip keeps the size in 32 bits: where that cannot be right, three times the upload is an estimate. */
async function unpackedBytes(shell, { path, bytes }) {
    const listed = await shell.run({ argv: ["gzip", "--list", path], limitMs: 30_000, onCancel: "end" });
    const [, packed = "", unpacked = ""] = /^\s*(\d+)\s+(\d+)/m.exec(listed.stdout) ?? [];
    return Number(packed) === bytes && Number(unpacked) >= bytes ? Number(unpacked) : bytes * 3;
}

// EXTERNAL MODULE: ./build/src/transports/registry.js + 1 modules
var transports_registry = __webpack_require__(1909);
;// CONCATENATED MODULE: ./build/src/targets/hosts/ways.js

/** One transport for each host, open until all are closed. */
function waysTo({ environment, shell }) {
    const { hosts } = environment;
    const transports = new Map(hosts.map(({ name, address }) => [name, (0,transports_registry/* openTransport */.g)({ name, address, shell })]));
    return {
        to(host) {
            const transport = transports.get(host);
            if (transport === undefined)
                throw new Error(`${host} is not a host of ${environment.name}`);
            return transport;
        },
        async close() {
            await Promise.all([...transports.values()].map((transport) => transport.close()));
        },
    };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/hosts.js










/** Hosts, each by its transport: the very same program on `/bin/sh -s`, whatever way leads there. */
function hostsTarget(options) {
    const { slots } = options.environment;
    const ways = waysTo(options);
    const hosts = { options, ways, call: callerOf(options, ways) };
    async function perform(step) {
        switch (step.type) {
            case "upload":
                return upload(hosts, step);
            case "drain":
                return drain(hosts, step);
            case "shift":
                return shift(hosts, step);
            default:
                return performStep(hosts, step);
        }
    }
    return {
        ...planningOf(options.environment),
        observe: () => observe(hosts),
        perform,
        reach: (host, slot) => ways.to(host).reach(slots[slot]?.port ?? 0),
        answering: (host, slot) => answering(hosts, host, slot),
        async running(host, slot) {
            const seen = await answering(hosts, host, slot);
            return seen?.process ? { ...seen.process, served: seen.listener === "own" } : null;
        },
        logTail: (host, slot) => logTail(hosts, host, slot),
        renew: () => renew(hosts),
        keepLock: () => startHeartbeat(() => renew(hosts), beatMs(options), options.clock),
        close: () => ways.close(),
    };
}

;// CONCATENATED MODULE: ./build/src/targets/registry.js

/** Every target, one line each, by the word for it in the settings. */
const targets = {
    hosts: hostsTarget,
};
/** The target of an environment, as this run may change it. */
function registry_openTarget(options) {
    return targets[options.environment.target](options);
}

;// CONCATENATED MODULE: ./build/src/domain/blame.js
/**
 * The closed list of what marks a release bad: what the release itself did. A lost lock, an unreachable router,
 * database or host, a full disk, a clock, a cancel, a watch that saw too little or a wrong setting says nothing about
 * it: it may be deployed again.
 */
const faultsOfRelease = new Set([
    "not_healthy",
    "wrong_version",
    "not_ready",
    "smoke_failed",
    "errors_exceeded",
    "latency_exceeded",
]);
/**
 * True when a judgement shows a fault of the release, so that it is marked bad and not deployed again. Only what was
 * judged to fail can.
 */
function blame_condemns({ verdict, reason_code, }) {
    return verdict === "fail" && faultsOfRelease.has(reason_code);
}

;// CONCATENATED MODULE: ./build/src/stages/lock.js



const pollMs = 2_000;
const sayAgainMs = 60_000;
/**
 * Observes and plans, again and again while only another run's lock or its last step keeps the plan from being made.
 */
async function lock_planWhenFree(run, { target, plan, until, meaning }) {
    const { clock, cancellation, log } = run.world;
    let saidOf = "";
    let saidAt = 0;
    for (;;) {
        const started = clock.ticks();
        const seen = await target.observe();
        if (!("fleet" in seen)) {
            const heading = { kind: "step", id: "observe-target", title: "Observe the target", required: true };
            await run.recorder.record(result(heading, seen.failed, clock.ticks() - started));
            return stopped(seen.failed, meaning);
        }
        const made = plan(seen.fleet);
        if (!isRefusal(made))
            return { fleet: seen.fleet, plan: made };
        const left = until - clock.ticks();
        if (!target.passes(made) || left <= 0)
            return lock_refused(run, made, meaning);
        const owners = seen.fleet.hosts.map(({ lease }) => lease?.owner ?? "").join();
        if (owners !== saidOf || clock.ticks() - saidAt > sayAgainMs) {
            log.info(`Waiting at most ${Math.ceil(left / 1_000)} s: ${made.says}`);
            saidOf = owners;
            saidAt = clock.ticks();
        }
        await clock.sleep(Math.min(pollMs, left));
        if (cancellation.cancelled)
            return cancelledWaiting;
    }
}
const cancelledWaiting = {
    status: "cancelled",
    decision: "stop",
    reason_code: "cancelled",
    says: "Cancelled while waiting for the lock. Nothing was changed.",
};
/**
 * Takes the locks that a plan begins with, all or none; waits where another run was faster. Null when they are ours.
 */
async function lock_takeLocks(run, locking, first) {
    const { clock, cancellation } = run.world;
    let plan = first;
    for (;;) {
        if (cancellation.cancelled)
            return cancelledWaiting;
        const locks = plan.steps.filter((step) => step.type === "acquire-lock");
        const failed = await acquire(run, locking, locks);
        if (failed === null)
            return null;
        if (failed.reason_code !== "lock_held" || clock.ticks() >= locking.until) {
            const heading = {
                kind: "step",
                id: "acquire-lock",
                title: locks[0]?.says ?? "Take the lock",
                required: true,
            };
            await run.recorder.record(result(heading, failed, 0));
            return stopped(failed, locking.meaning);
        }
        const again = await lock_planWhenFree(run, locking);
        if ("status" in again)
            return again;
        plan = again.plan;
    }
}
/** Null when all are ours; else why one is not, and then none is. */
async function acquire(run, { target }, locks) {
    const { clock, log } = run.world;
    const taken = [];
    for (const step of locks) {
        const started = clock.ticks();
        const judgement = await log.group(step.says, () => target.perform(step));
        if (judgement.verdict !== "pass") {
            await lock_giveBack(run, target, taken.map((one) => one.step.host));
            return judgement;
        }
        taken.push({ step, judgement, ms: clock.ticks() - started });
    }
    for (const { step, judgement, ms } of taken) {
        await run.recorder.record(result({ kind: "step", id: step.type, title: step.says, required: true }, judgement, ms));
        for (const warning of judgement.warnings ?? [])
            await run.recorder.warn(warning);
    }
    return null;
}
/** Gives the locks of these hosts back, also after a cancel: what is not ours is left alone by the host. */
async function lock_giveBack(run, target, hosts) {
    for (const host of hosts) {
        const says = `Release the lock on ${host}`;
        const judgement = await target.perform({ type: "release-lock", host, says, limitMs: 30_000 });
        if (judgement.verdict !== "pass")
            await run.recorder.warn(`${says}: ${judgement.says} It expires by itself within three minutes.`);
    }
}
async function lock_refused(run, refusal, meaning) {
    const heading = { kind: "gate", id: "plan", title: "A plan can be made", required: true };
    const judgement = {
        verdict: "fail",
        reason_code: refusal.refused,
        says: refusal.says,
        remedy: refusal.remedy,
    };
    await run.recorder.record(result(heading, judgement, 0));
    return stopped(judgement, meaning);
}

;// CONCATENATED MODULE: ./build/src/stages/perform.js


/** Steps that change nothing of what serves: the next run does what was left undone, and a lock expires by itself. */
const bookkeeping = new Set(["hold", "mark-bad", "prune", "release-lock"]);
/** Steps that a reader of the report looks for, under the words of Phase 6. */
const looks = new Set(["await-healthy", "smoke", "observe"]);
/** What evidence says of a step that began, as long as nothing more is known. */
const underWay = {
    verdict: "inconclusive",
    reason_code: "running",
    says: "It had begun and was not finished when this was written.",
};
/**
 * Walks a plan: what changes the target goes to the target, what looks goes to signals and judge. Stops at the first
 * step that does not pass, and before a step when the run was cancelled or the lock was lost; a step under way is never
 * cut. Gives the judgement that stopped it; null when all was done.
 */
async function perform_perform(plan, walk, run) {
    const { clock } = run.world;
    for (const step of plan.steps) {
        const stop = step.type === "release-lock" ? null : stopBefore(walk, run);
        if (stop !== null)
            return stop;
        const started = clock.ticks();
        const heading = headingOf(step, run.recorder.evidence.environment);
        await run.recorder.begin(result({ ...heading, required: true }, underWay, 0));
        const judgement = await run.world.log.group(step.says, () => take(step, walk).catch((error) => surprised(error, run)));
        const unharmed = harmless(step, judgement, walk);
        await run.recorder.record(result({ ...heading, required: unharmed === null }, judgement, clock.ticks() - started));
        for (const warning of judgement.warnings ?? [])
            await run.recorder.warn(warning);
        if (unharmed !== null)
            await run.recorder.warn(unharmed);
        else if (judgement.verdict !== "pass")
            return judgement;
    }
    return null;
}
/**
 * The warning for a step that failed without harm to what serves, so that the plan goes on; null for a step that
 * passed, or whose failure counts.
 */
function harmless(step, { verdict, reason_code, says }, { goingBack }) {
    if (verdict === "pass" || reason_code === "lock_lost" || reason_code === "cancelled")
        return null;
    if (bookkeeping.has(step.type))
        return `${step.says}: ${says} What serves is not affected.`;
    const advice = goingBack && step.type === "smoke" && step.at === "public";
    return advice ? `${says} The release answers on its host and has the traffic, so the rollback goes on.` : null;
}
/** Why no further step may begin; null when one may. */
function stopBefore({ lost }, run) {
    if (run.world.cancellation.cancelled) {
        return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this step began." };
    }
    const why = lost();
    return why === null ? null : { verdict: "fail", reason_code: "lock_lost", says: why };
}
/**
 * A step that ended in a fault of our own or of the machine: it did not pass, and what serves is put in order as after
 * any other.
 */
function surprised(error, { world }) {
    const says = errorText(error);
    world.log.info(error instanceof Error ? (error.stack ?? says) : says);
    const remedy = "This is a fault of phoenix-deploy or of the machine. The stack is in the log.";
    return { verdict: "error", reason_code: "unexpected_error", says: `Unexpected error: ${says}`, remedy };
}
/** One step, to whom it belongs. */
async function take(step, { target, look }) {
    switch (step.type) {
        case "await-healthy":
            return look.awaitHealthy(step);
        case "smoke":
            return look.smoke(step);
        case "observe":
            return look.watch(step);
        default:
            return target.perform(step);
    }
}
/** Names a step for evidence: looks are signals under the words of Phase 6, the rest are steps. */
function headingOf(step, environment) {
    const place = environment ?? "target";
    const Place = `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
    if (!looks.has(step.type))
        return { kind: "step", id: step.type, title: step.says, required: true };
    if (step.type === "await-healthy")
        return { kind: "signal", id: "health", title: `${Place} health check`, required: true };
    if (step.type === "observe")
        return { kind: "signal", id: "watch", title: `${Place} error rate watched`, required: true };
    const where = step.type === "smoke" && step.at === "slot" ? "before traffic" : "with traffic";
    return { kind: "signal", id: "smoke", title: `${Place} smoke tests (${where})`, required: true };
}

;// CONCATENATED MODULE: ./build/src/stages/public-url.js



const tries = 3;
const public_url_pauseMs = 1_000;
const requestMs = 5_000;
/**
 * Asks the public address before anything is changed: what serves now has to answer there, in whatever version, or the
 * address is wrong and a release would be rolled back for it. What serves is asked directly too: where it does not
 * answer itself, or the address answers with 5xx, the deployment may be the remedy, so this is a warning. Null when the
 * deployment may go on.
 */
async function public_url_askPublicFirst(run, asked) {
    const { environment, target, fleet } = asked;
    const serving = target.serving(fleet);
    // Nothing serves yet, or any more: nothing can be asked.
    if (serving === null)
        return null;
    const { clock, http } = run.world;
    const outside = publicHttp(run.world, environment);
    const started = clock.ticks();
    // An application that names no version at all is asked for its health.
    const { version, path: healthPath } = environment.health;
    const path = version ?? healthPath;
    const whole = (answer) => answer.answered && answer.status === 200 && (version === null || versionIn(answer.body) !== null);
    const seen = await public_url_answering(run, { url: `${environment.url}${path}`, http: outside }, whole);
    const heading = {
        kind: "gate",
        id: "public-url",
        title: "The public address leads to what serves now",
        required: true,
    };
    if (seen === null) {
        const says = `${environment.url} answers before anything is changed.`;
        await run.recorder.record(result(heading, { verdict: "pass", reason_code: "passed", says }, clock.ticks() - started));
        return null;
    }
    const base = await target.reach(serving.host, serving.slot);
    const direct = await http.request({ method: "GET", url: `${base}${path}`, limitMs: requestMs });
    if (!whole(direct) || seen.status >= 500) {
        await run.recorder.warn(`Before the deployment ${seen.says} The deployment goes on, since it may be the remedy.`);
        return null;
    }
    const judgement = {
        verdict: "fail",
        reason_code: "public_url_failed",
        says: `${seen.says} ${serving.release} answers on ${serving.host} itself, so the address does not lead there.`,
        remedy: `Correct \`url\` of ${environment.name} in the settings, or what stands before the application, and run the job again.`,
    };
    await run.recorder.record(result(heading, judgement, clock.ticks() - started));
    return judgement;
}
/** Null when the answer is whole; else what came instead the last time. */
async function public_url_answering(run, { url, http }, whole) {
    const { clock, cancellation } = run.world;
    for (let number = 1;; number += 1) {
        const answer = await http.request({ method: "GET", url, limitMs: requestMs });
        if (whole(answer))
            return null;
        if (number === tries || cancellation.cancelled) {
            return answer.answered
                ? { says: `${url} answered ${answer.status}, not as what serves now does.`, status: answer.status }
                : { says: `${url} did not answer: ${answer.why}.`, status: 0 };
        }
        await clock.sleep(public_url_pauseMs);
    }
}
/**
 * The public address after the shift. The release was proved on its host: another answer is a fault of the address or
 * of what stands before it.
 */
async function public_url_judgePublicVersion(url, version, http) {
    const judged = await judgeVersion(url, version, http);
    if (judged.verdict === "pass")
        return judged;
    return {
        ...judged,
        reason_code: "public_url_failed",
        remedy: "The release answers on its host: look at `url` in the settings, and at the router, cache or proxy before it.",
    };
}

;// CONCATENATED MODULE: ./build/src/signals/readiness.js

const good = new Set(["ok", "up", "healthy", "ready", "pass", "passing", "true", "operational"]);
/** How many services are repeated; more are counted. */
const maxShown = 20;
/**
 * Readiness: 200, and a body that names at least one service, every one of them healthy (Phase 6: "Ready endpoint shows
 * all services healthy"). The body decides as well as the status: some libraries answer 200 whatever they found.
 */
async function readiness_judgeReadiness(url, http) {
    const answer = await http.request({ method: "GET", url, limitMs: 5_000 });
    if (!answer.answered)
        return { verdict: "fail", reason_code: "not_ready", says: `${url} did not answer: ${answer.why}.` };
    const tail = answer.body.slice(0, 2_000);
    const services = servicesIn(answer.body);
    if (services === null || services.length === 0) {
        return {
            verdict: answer.status === 200 ? "error" : "fail",
            reason_code: "not_ready",
            says: `${url} answered ${answer.status} and named no service.`,
            facts: { status: answer.status },
            remedy: 'Let it answer JSON that names each service, such as {"services":{"database":{"status":"ok"}}}, or switch readiness off: `health: {ready: off}`.',
            tail,
        };
    }
    const shown = Object.fromEntries(services.slice(0, maxShown).map((one) => [one.name, one.says]));
    const facts = { services: shown, named: services.length, status: answer.status };
    const ill = services.filter((one) => !one.healthy);
    if (ill.length > 0 || answer.status !== 200) {
        const named = listOf(ill.map((one) => `${one.name} (${one.says})`));
        return {
            verdict: "fail",
            reason_code: "not_ready",
            says: `${url} answered ${answer.status}; not ready: ${named || "no service named as failing"}.`,
            remedy: "Look at the named services on that host.",
            facts,
            tail,
        };
    }
    return { verdict: "pass", reason_code: "passed", says: `Ready: ${listOf(services.map((one) => one.name))}.`, facts };
}
/** The first names, and how many there are beyond them. */
function listOf(names) {
    const more = names.length - maxShown;
    return `${names.slice(0, maxShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
/** The services named in a body; null when it is not JSON of a known shape. */
function servicesIn(body) {
    const json = readJson(body);
    if (Array.isArray(json))
        return json.flatMap(listed);
    if (!isObject(json))
        return null;
    const group = json["services"] ?? json["checks"] ?? json["components"];
    if (Array.isArray(group))
        return group.flatMap(listed);
    if (isObject(group))
        return Object.entries(group).map(([name, state]) => service(name, state));
    return null;
}
/** One entry of a list: plug_checkup's `{"name","healthy"}`, or heartcheck's `{"db":{"status"}}`. */
function listed(entry) {
    if (!isObject(entry))
        return [{ name: "unnamed", healthy: false, says: "unreadable" }];
    if (typeof entry["name"] === "string")
        return [service(entry["name"], entry)];
    return Object.entries(entry)
        .filter(([name]) => name !== "time")
        .map(([name, state]) => service(name, state));
}
function service(name, state) {
    const status = isObject(state) ? (state["status"] ?? state["healthy"] ?? state["state"]) : state;
    // A list or an object is no status; made into text it may end the stack, or refuse to be one.
    const says = String(typeof status === "object" ? (status === null ? "no status" : "unreadable") : (status ?? "no status")).slice(0, 80);
    return { name: name.slice(0, 80), healthy: good.has(says.toLowerCase()), says };
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/signals/health.js



const health_pauseMs = 250;
const health_requestMs = 5_000;
/**
 * Healthy means: so many consecutive successes of health, and of readiness and version where the settings name them,
 * and the process that listens is the slot's own and runs from the release folder. One failure starts the count anew;
 * the limit ends it with what was seen last.
 */
async function health_awaitHealthy(question, http, clock, cancelled) {
    const deadline = clock.ticks() + question.limitMs;
    const { health } = question;
    let inRow = 0;
    let tries = 0;
    let hopeless = false;
    let last = { verdict: "error", reason_code: "not_healthy", says: "Nothing was asked yet." };
    while (clock.ticks() < deadline && !cancelled()) {
        tries += 1;
        last = await askOnce(question, http);
        if (last.verdict === "pass") {
            inRow += 1;
            if (inRow >= health.successes) {
                return {
                    ...last,
                    says: `Healthy ${inRow} times in a row: ${health.version === null ? "the process runs" : `version ${question.version} answers`} from ${question.owned.release}.`,
                    facts: { ...last.facts, tries, successes: inRow, not_asked: notAsked(health) },
                };
            }
        }
        else {
            inRow = 0;
            // A process that is another release's, gone for good, or kept from its port is not worth waiting for; one that
            // boots is.
            hopeless =
                last.reason_code === "wrong_release" || last.reason_code === "port_taken" || last.facts?.["ended"] === true;
            if (hopeless)
                break;
        }
        await clock.sleep(health_pauseMs);
    }
    if (cancelled())
        return { ...last, verdict: "error", reason_code: "cancelled", says: "Cancelled while waiting for health." };
    if (last.verdict === "pass") {
        last = {
            verdict: "fail",
            reason_code: "not_healthy",
            says: `Only ${inRow} of ${health.successes} consecutive successes.`,
        };
    }
    return {
        ...last,
        says: hopeless
            ? last.says
            : `Not healthy within ${Math.round(question.limitMs / 1000)} s (asked ${tries} times). ${last.says}`,
        remedy: last.remedy ??
            "Read the log of the new slot below; raise `health.within` only if the application needs longer to start.",
        facts: { ...last.facts, tries },
    };
}
/** Health, readiness and version, each once, between two looks at the process. */
function askOnce(question, http) {
    return ownedLook(question.owned, () => askAll(question, http));
}
async function askAll({ base, health, version }, http) {
    const alive = await health_judgeHealth(`${base}${health.path}`, http);
    if (alive.verdict !== "pass")
        return alive;
    if (health.ready !== null) {
        const ready = await judgeReadiness(`${base}${health.ready}`, http);
        if (ready.verdict !== "pass")
            return ready;
    }
    if (health.version !== null)
        return judgeVersion(`${base}${health.version}`, version, http);
    return { verdict: "pass", reason_code: "passed", says: "It answers." };
}
/** What the settings leave off, for whoever reads that it is healthy. */
function notAsked({ ready, version }) {
    return [...(ready === null ? ["readiness"] : []), ...(version === null ? ["version"] : [])];
}
/** One request to the health path: 200 is healthy, a redirect is not. */
async function health_judgeHealth(url, http) {
    const answer = await http.request({ method: "GET", url, limitMs: health_requestMs });
    if (!answer.answered) {
        const refused = answer.why.includes("ECONNREFUSED");
        return {
            verdict: "fail",
            reason_code: "not_healthy",
            says: `${url} did not answer: ${answer.why}.`,
            facts: { refused },
        };
    }
    if (answer.status !== 200) {
        return {
            verdict: "fail",
            reason_code: "not_healthy",
            says: `${url} answered ${answer.status}, not 200.`,
            facts: { status: answer.status },
            ...health_remedyOf(answer.status),
            tail: answer.body.slice(0, 2_000),
        };
    }
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${url} answered 200.`,
        facts: { status: 200, ms: Math.round(answer.ms) },
    };
}
/** What to do about an answer that is not 200; the log of the application explains all others. */
function health_remedyOf(status) {
    if (status >= 300 && status < 400)
        return {
            remedy: "A redirect is not health. Exclude the health path from `force_ssl`, or name a path that answers itself.",
        };
    if (status === 401 || status === 403)
        return {
            remedy: "Let the health path answer without signing in, or name a path that does: `health: {path: …}` of the environment.",
        };
    if (status === 404 || status === 405 || status === 410)
        return {
            remedy: "The application has no such page, as a new Phoenix application has none. Name one that answers 200, such as `health: {path: /}` of the environment in the settings file, or add the route.",
        };
    return {};
}

// EXTERNAL MODULE: ./build/src/settings/fault.js
var fault = __webpack_require__(1003);
;// CONCATENATED MODULE: ./build/src/signals/smoke.js


/** Runs every smoke test against one address and judges them together: all must pass, and there must be one. */
async function smoke_judgeSmoke(base, tests, http) {
    if (tests.length === 0) {
        return {
            verdict: "error",
            reason_code: "not_configured",
            says: "No smoke test is configured.",
            remedy: "List at least one request under `smoke` in the settings file, such as `- {get: /, status: 200}`.",
        };
    }
    const findings = [];
    let tail = "";
    for (const one of tests) {
        const seen = await judgeOne(base, one, http);
        if (seen === null)
            continue;
        findings.push({ severity: "error", rule: one.name, message: seen.says });
        tail ||= seen.tail;
    }
    const facts = { total: tests.length, failed: findings.length };
    if (findings.length > 0) {
        return {
            verdict: "fail",
            reason_code: "smoke_failed",
            says: `${findings.length} of ${tests.length} smoke tests failed: ${findings[0]?.message ?? ""}`,
            remedy: "Send the request by hand and compare; the expectation stands under `smoke` in the settings file.",
            facts,
            findings,
            tail,
        };
    }
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${tests.length} of ${tests.length} smoke tests passed.`,
        facts,
    };
}
/** Null when the answer is as expected, else what differs first. */
async function judgeOne(base, test, http) {
    const answer = await http.request({
        method: test.method,
        url: `${base}${test.path}`,
        headers: test.headers,
        ...(test.body === null ? {} : { body: test.body }),
        limitMs: test.withinMs,
    });
    const differs = (says) => ({
        says: `${shown(test.name)}: ${says}.`,
        tail: answer.answered ? answer.body.slice(0, 2_000) : "",
    });
    if (!answer.answered)
        return differs(`no answer (${shown(answer.why)})`);
    if (answer.status !== test.status)
        return differs(`answered ${answer.status}, expected ${test.status}`);
    if (test.text !== null && !answer.body.includes(test.text))
        return differs(`the body does not contain \`${shown(test.text)}\``);
    if (test.json !== null) {
        const body = readJson(answer.body);
        if (body === undefined)
            return differs("the body is not JSON");
        for (const [path, expected] of Object.entries(test.json)) {
            const found = path.split(".").reduce(memberOf, body);
            if (found !== expected)
                return differs(`\`${shown(path)}\` is ${found === undefined ? "absent" : asJson(found)}, expected ${asJson(expected)}`);
        }
    }
    return null;
}
/** A member that the answer itself has: `constructor` is one of every object, and of no answer. */
function memberOf(at, key) {
    return typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? at[key]
        : undefined;
}
/**
 * A value of an answer in a sentence: as JSON, so that the text `1` and the number 1 differ, and cut. What holds others
 * is named by its kind.
 */
function asJson(value) {
    if (Array.isArray(value))
        return "a list";
    return typeof value === "object" && value !== null ? "an object" : shown(JSON.stringify(value));
}

;// CONCATENATED MODULE: ./build/src/signals/outside.js
const outside_missing = (name) => ({
    reason_code: "configuration_missing",
    says: `Its log says that the environment variable ${name} is missing.`,
    remedy: `Set ${name} in \`shared/env\` below the application's path on the host, and run the job again.`,
});
const database = (words) => ({
    reason_code: "database_unreachable",
    says: `Its log says that the database did not let it in: ${words}.`,
    remedy: "Look at the database and at its address in `shared/env` on the host, and run the job again.",
});
const host = (words) => ({
    reason_code: "host_unsuitable",
    says: `Its log names a fault of the host: ${words}.`,
    remedy: "Look at the host, and run the job again.",
});
/**
 * What Elixir, Phoenix' and Ecto's generated files, their database drivers and the Erlang VM print for these causes.
 */
const signs = [
    {
        pattern: /environment variable "?([A-Z][A-Z0-9_]*)"? is (?:missing|not set)/,
        cause: ([, name = ""]) => outside_missing(name),
    },
    {
        pattern: /could not fetch environment variable "([^"\s]+)" because it is not set/,
        cause: ([, name = ""]) => outside_missing(name),
    },
    {
        pattern: /Config provider \S+ failed with/,
        cause: () => ({
            reason_code: "configuration_missing",
            says: "Its log says that its configuration could not be evaluated on this host.",
            remedy: "Read the log below, correct `shared/env` on the host, and run the job again.",
        }),
    },
    {
        // Only what comes from the connection itself: a pool that is used up is the release's own work.
        pattern: /(?:tcp|ssl) connect \([^)]*\): [^\n]*?(econnrefused|nxdomain|timeout|ehostunreach|enetunreach|enoent|[a-z -]*refused[^\n]*)/,
        cause: ([, words = ""]) => database(words.trim()),
    },
    {
        pattern: /FATAL (57P03|53300|28P01|28000|3D000) \((\w+)\)/,
        cause: ([, code = "", name = ""]) => database(`${name}, PostgreSQL's code ${code}`),
    },
    { pattern: /\beaddrinuse\b/, cause: () => host("its port is in use by another program (eaddrinuse)") },
    { pattern: /\benospc\b|No space left on device/, cause: () => host("its disk is full") },
    { pattern: /\bemfile\b|\benfile\b/, cause: () => host("no more files can be opened (emfile)") },
];
/** The first cause outside the release that a log names; null when it names none that is known. */
function outside_outsideCause(log) {
    for (const { pattern, cause } of signs) {
        const match = pattern.exec(log);
        if (match !== null)
            return cause(match);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/stages/cause.js




/**
 * A failed look, with its cause where that differs from a fault of the release: what the release's log names, settings
 * that do not fit what answers, a server that never opened its port, or a verified release that fails at the same
 * moment. Such a release is not marked bad.
 */
async function cause_withCause(judgement, place, asked) {
    if (!condemns(judgement))
        return judgement;
    const log = await asked.target.logTail(place.host, place.slot);
    const seen = { ...judgement, tail: judgement.tail || log };
    const cause = outsideCause(log) ?? mismatch(seen) ?? (await notListening(seen, place, asked)) ?? (await outage(place, asked));
    if (cause === null)
        return seen;
    return { ...seen, reason_code: cause.reason_code, says: `${judgement.says} ${cause.says}`, remedy: cause.remedy };
}
/**
 * An answer such as 301, 401 or 404 to a path of the settings shows that the two do not fit, not that the release is
 * ill.
 */
function mismatch({ reason_code, facts, remedy }) {
    const status = facts?.["status"];
    const asked = reason_code === "not_healthy" || reason_code === "not_ready";
    if (!asked || typeof status !== "number" || status < 300 || status >= 500)
        return null;
    return {
        reason_code: "settings_mismatch",
        says: "The settings and the application do not fit each other.",
        remedy: remedy || "Name the paths that the application answers under `health` in the settings, and run the job again.",
    };
}
async function notListening({ facts }, { host, slot, release }, { environment, target }) {
    if (facts?.["listener"] !== "none" && facts?.["refused"] !== true)
        return null;
    const running = await target.running(host, slot);
    if (running?.release !== release)
        return null;
    const port = environment.slots[slot]?.port ?? "?";
    if (running.served) {
        return {
            reason_code: "not_listening",
            says: `Process ${running.pid} listens on port ${port} of another address than 127.0.0.1.`,
            remedy: "Let it listen on 127.0.0.1 or on all addresses, such as `ip: {0, 0, 0, 0, 0, 0, 0, 0}`, and run the job again.",
        };
    }
    return {
        reason_code: "not_listening",
        says: `Process ${running.pid} runs, and nothing listens on port ${port}.`,
        remedy: "Set PHX_SERVER=true in `shared/env` on the host, let config/runtime.exs read PORT, and run the job again.",
    };
}
/** What was verified is asked the same at the same moment: when it fails too, the cause is outside both. */
async function outage({ host, release }, { environment, target, http }) {
    const seen = await target.observe();
    if ("failed" in seen) {
        const { reason_code, says, remedy } = seen.failed;
        return {
            reason_code,
            says: `The target cannot be observed either: ${says}`,
            remedy: remedy || "Run the job again.",
        };
    }
    const verified = verifiedOn(seen.fleet.hosts.find((one) => one.host === host));
    if (verified === null || verified.release === release)
        return null;
    const base = await target.reach(host, verified.slot);
    const { path, ready } = environment.health;
    const health = await judgeHealth(`${base}${path}`, http);
    const failed = health.verdict !== "pass" ? health : ready === null ? null : await judgeReadiness(`${base}${ready}`, http);
    if (failed === null || failed.verdict === "pass")
        return null;
    // A page that only the new release has: the verified one says that it has none, and not that it fails.
    const status = failed.facts?.["status"];
    if (typeof status === "number" && status >= 300 && status < 500)
        return null;
    return {
        reason_code: "outage",
        says: `${verified.release}, which was verified before, fails now as well: ${failed.says}`,
        remedy: "Look at what both depend on, such as the database, and run the job again.",
    };
}
function verifiedOn(host) {
    const active = host?.active ?? null;
    return active !== null && host?.slots[active.slot]?.running?.release === active.release ? active : null;
}

;// CONCATENATED MODULE: ./build/src/stages/verify.js











/** How often a watch asks who answers on the slot's port, milliseconds. */
const ownerEveryMs = 20_000;
/** Binds health, smoke tests and watch to a target and an environment. */
function verify_verifierOf(environment, settings, { target, run, lost }) {
    const { http, clock, cancellation } = run.world;
    const cancelled = () => cancellation.cancelled || lost() !== null;
    const asked = { environment, target, http };
    /** A look that ended because the lock was lost says so. */
    const unlessLost = (judgement) => {
        const why = lost();
        return why === null || judgement.verdict === "pass"
            ? judgement
            : { verdict: "fail", reason_code: "lock_lost", says: why };
    };
    const outside = publicHttp(run.world, environment);
    /**
     * Smoke tests where users come in. What the slot itself answers as expected at the same moment is changed on its way.
     */
    const smokeOutside = async ({ host, slot }) => {
        const smoke = await judgeSmoke(environment.url, settings.smoke, outside);
        if (smoke.verdict !== "fail")
            return smoke;
        const direct = await judgeSmoke(await target.reach(host, slot), settings.smoke, http);
        if (direct.verdict !== "pass")
            return smoke;
        return {
            ...smoke,
            reason_code: "public_url_failed",
            says: `${smoke.says} The same tests pass on slot ${slot} of ${host} itself.`,
            remedy: "Look at what stands before the application: the router's rules, a cache or a proxy. The release is not marked bad.",
        };
    };
    return {
        owner: (place) => judgeOwner(ownedBy(target, place)),
        async awaitHealthy(step) {
            const judgement = await awaitHealthy({
                base: await target.reach(step.host, step.slot),
                health: environment.health,
                version: versionOf(step.release),
                limitMs: step.limitMs,
                owned: ownedBy(target, step),
            }, http, clock, cancelled);
            if (judgement.verdict === "pass" || lost() !== null)
                return unlessLost(judgement);
            return withCause({ ...judgement, tail: await target.logTail(step.host, step.slot) }, step, asked);
        },
        async smoke(step) {
            const owned = ownedBy(target, step);
            if (step.at === "slot") {
                const base = await target.reach(step.host, step.slot);
                return withCause(await ownedLook(owned, () => judgeSmoke(base, settings.smoke, http)), step, asked);
            }
            const { url, health } = environment;
            const seen = await ownedLook(owned, async () => {
                const version = health.version === null
                    ? null
                    : await judgePublicVersion(`${url}${health.version}`, versionOf(step.release), outside);
                if (version !== null && version.verdict !== "pass")
                    return version;
                const smoke = await smokeOutside(step);
                return { ...smoke, facts: { ...smoke.facts, ...version?.facts } };
            });
            return withCause(seen, step, asked);
        },
        async watch(step) {
            const started = clock.ticks();
            const test = startErrorTest({ errorRate: settings.criteria.errorRate, watchMs: step.watchMs });
            const owned = ownedBy(target, step);
            const first = await judgeOwner(owned);
            if (first.verdict !== "pass")
                return withCause(first, step, asked);
            const disowned = [];
            let askedOwner = clock.ticks();
            const probes = await probe({
                ...probingOf(environment, settings),
                forMs: step.watchMs,
                until: (sample) => {
                    test.add(sample);
                    if (clock.ticks() - askedOwner > ownerEveryMs) {
                        askedOwner = clock.ticks();
                        void judgeOwner(owned).then((seen) => {
                            if (seen.verdict === "fail")
                                disowned.push(seen);
                        });
                    }
                    return disowned.length > 0 || test.failed;
                },
            }, outside, clock, cancelled);
            await run.recorder.measure("after", measured(probes));
            if (cancellation.cancelled)
                return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
            if (lost() !== null)
                return unlessLost({ verdict: "inconclusive", reason_code: "watch_inconclusive", says: "" });
            const verdict = test.verdict(clock.ticks() - started);
            const routed = await askRouted(target, step.slot);
            if (routed.verdict !== "pass")
                return routed;
            if (verdict.verdict === "fail")
                return withCause(verdict, step, asked);
            const last = disowned[0] ?? (await judgeOwner(owned));
            return last.verdict === "pass" ? verdict : withCause(last, step, asked);
        },
    };
}
/** Probes what serves before the shift, for the report's Before column. Short, and judged by nobody. */
async function verify_measureBefore(environment, settings, run) {
    const { clock, cancellation } = run.world;
    const http = publicHttp(run.world, environment);
    const forMs = Math.min(3_000, settings.criteria.watchMs / 3);
    const probes = await probe({ ...probingOf(environment, settings), forMs, until: () => false }, http, clock, () => cancellation.cancelled);
    await run.recorder.measure("before", measured(probes));
}
/** The process whose answers count in a slot. */
function ownedBy(target, { host, slot, release }) {
    return { host, slot, release, answering: () => target.answering(host, slot) };
}
function probingOf(environment, settings) {
    return {
        base: environment.url,
        tests: settings.smoke,
        fallbackPath: environment.health.path,
        perSecond: settings.criteria.probesPerSecond,
    };
}
function measured(probes) {
    const { p50, p99 } = summarise(probes.map((one) => one.ms));
    return {
        requests: probes.length,
        errors: probes.filter((one) => one.failed).length,
        p50_ms: p50,
        p99_ms: p99,
        seconds: probes.length === 0 ? 0 : Math.max(...probes.map((one) => one.atMs)) / 1_000,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/change.js









/** How long a rollback waits for the step before it to end on its host. */
const stepEndsMs = 120_000;
/** Observe, plan, lock, observe again, perform; after a failed step plan the rollback from what is really there. */
async function change_changeTarget(run, change) {
    const { recorder } = run;
    const { target, environment, plan, dryRun } = change;
    await recorder.set({ url: environment.url });
    const unasked = headersMissing(run.world, environment);
    if (unasked !== null)
        return unasked;
    // A dry run changes nothing, so it waits for nobody.
    const until = run.world.clock.ticks() + (dryRun ? 0 : environment.lockWaitMs);
    const locking = { target, plan, until, meaning: "Nothing was changed." };
    const first = await planWhenFree(run, locking);
    if ("status" in first)
        return first;
    await recorder.set({
        from: first.fleet.hosts[0]?.active?.release ?? null,
        to: change.wanted(first.fleet).release || null,
    });
    await showPlan(run, first.plan);
    if (change.kind === "deploy") {
        const unreachable = await askPublicFirst(run, { environment, target, fleet: first.fleet });
        if (unreachable !== null)
            return stopped(unreachable, "Nothing was changed.");
    }
    if (dryRun)
        return {
            status: "planned",
            decision: "stop",
            reason_code: "planned",
            says: `Dry run: ${first.plan.says} Nothing was changed.`,
        };
    const refused = await takeLocks(run, locking, first.plan);
    if (refused !== null)
        return refused;
    const heartbeat = target.keepLock();
    try {
        return await changeUnderLock(run, change, { locking, heartbeat, preview: first.plan });
    }
    finally {
        heartbeat.stop();
        // Whatever happened, nobody has to wait for a lock that nobody uses.
        if (heartbeat.lost() === null) {
            await giveBack(run, target, first.fleet.hosts.map(({ host }) => host));
        }
    }
}
async function changeUnderLock(run, change, { locking, heartbeat, preview }) {
    const { target, environment, kind } = change;
    // Only under the lock do the facts hold still: plan again from what is there now.
    const second = await planWhenFree(run, locking);
    if ("status" in second)
        return second;
    const shown = ({ steps }) => steps.filter(({ type }) => type !== "acquire-lock").map(({ says }) => says);
    if (shown(second.plan).join() !== shown(preview).join())
        await showPlan(run, second.plan);
    if (change.measureFirst && second.fleet.hosts.some((host) => host.active !== null))
        await measureBefore(environment, run.settings, run);
    const { lost } = heartbeat;
    const look = verifierOf(environment, run.settings, { target, run, lost });
    const cause = await perform(second.plan, { target, look, lost, goingBack: kind === "rollback" }, run);
    if (cause === null)
        return (await stillServed(run, change, look)) ?? { status: "passed", ...change.done };
    return rollBack(run, change, { wanted: change.wanted(second.fleet), cause, lost });
}
/**
 * Once more when all is done: what was recorded is what answers. Null where it is; a recorded release is not reversed
 * any more.
 */
async function stillServed(run, { target, environment }, look) {
    if (run.world.cancellation.cancelled) {
        await run.recorder.warn("Cancelled when all steps were done: who answers on the slot's port was not looked at once more.");
        return null;
    }
    const started = run.world.clock.ticks();
    const seen = await target.observe();
    const heading = {
        kind: "signal",
        id: "owner",
        title: "The recorded release answers on its own port",
        required: true,
    };
    let judgement = {
        verdict: "error",
        reason_code: "state_unknown",
        says: "No host has a verified release.",
    };
    if ("failed" in seen)
        judgement = seen.failed;
    else {
        for (const { host, active } of seen.fleet.hosts) {
            if (active === null)
                break;
            judgement = await look.owner({ host, slot: active.slot, release: active.release });
            const routed = target.routed(seen.fleet, active.slot);
            if (judgement.verdict === "pass" && routed.verdict !== "pass")
                judgement = routed;
            if (judgement.verdict !== "pass")
                break;
        }
    }
    await run.recorder.record(result(heading, judgement, run.world.clock.ticks() - started));
    if (judgement.verdict === "pass")
        return null;
    return stopped(judgement, `It was recorded on ${environment.name}: look at that host now.`);
}
/** After a failed step: back to what was last proved, planned from what is there now. */
async function rollBack(run, change, { wanted, cause, lost }) {
    const { target, environment, kind } = change;
    if (run.world.cancellation.cancelled)
        return cancelled;
    if (cause.reason_code === "lock_lost")
        return lostLock(cause);
    const failedToo = (why) => run.world.cancellation.cancelled
        ? cancelled
        : why.reason_code === "lock_lost"
            ? lostLock({ ...cause, says: why.says })
            : {
                status: "failed",
                decision: "rollback-failed",
                reason_code: "rollback_failed",
                says: `${cause.says} Rolling back failed as well: ${why.says.trim()}`,
                remedy: `Look at ${environment.name} now: the state of the slots and the router is in the last results. Then run the job or \`rollback\` again.`,
            };
    const markBad = kind === "deploy" && condemns(cause);
    const recovery = (fleet) => {
        const made = target.recover(fleet, { ...wanted, markBad });
        // Another run's lock is not waited for here: that run decides now.
        return isRefusal(made) && made.refused === "lock_held" ? { ...made, refused: "lock_lost" } : made;
    };
    // A step of ours that timed out may still work on its host: it ends by itself.
    const now = await planWhenFree(run, {
        target,
        plan: recovery,
        until: run.world.clock.ticks() + stepEndsMs,
        meaning: "",
    });
    if ("status" in now)
        return failedToo(now);
    const { plan } = now;
    run.world.log.info(plan.says);
    const look = verifierOf(environment, run.settings, { target, run, lost });
    const failed = await perform(plan, { target, look, lost, goingBack: true }, run);
    if (failed !== null)
        return failedToo(failed);
    const moved = plan.steps.some((step) => step.type === "shift" || step.type === "start");
    const active = now.fleet.hosts[0]?.active?.release ?? null;
    const remedy = cause.remedy ||
        (condemns(cause) ? "Fix the fault, and release a new version." : "Fix the cause, and run the job again.");
    if (!moved)
        return stopped({ ...cause, remedy }, active === null ? "Nothing takes traffic." : `${active} serves as before.`);
    return {
        status: "failed",
        decision: "taken-back",
        reason_code: cause.reason_code,
        says: `${cause.says} The release was rolled back: ${active ?? "nothing"} serves on ${environment.name}.`,
        remedy,
    };
}
const cancelled = {
    status: "cancelled",
    decision: "stop",
    reason_code: "cancelled",
    says: "Cancelled between two steps; the step under way was finished.",
    remedy: "Run the job again: it observes what is there and plans the rest.",
};
/** Another run changes the target now: nothing more is touched. */
function lostLock(cause) {
    return stopped({
        ...cause,
        reason_code: "lock_lost",
        remedy: "That run decides now what serves. When it has ended, run this job again.",
    }, "This run stopped before its next change.");
}
async function showPlan(run, plan) {
    await run.recorder.set({ plan: plan.steps.map((step) => step.says) });
    await run.world.log.group(`Plan: ${plan.says}`, async () => {
        plan.steps.forEach((step, index) => {
            run.world.log.info(`${index + 1}. ${step.says}`);
        });
    });
    for (const warning of plan.warnings)
        await run.recorder.warn(warning);
}

;// CONCATENATED MODULE: ./build/src/stages/deploy.js





/** Puts a release on an environment and proves it there; rolls it back when it does not hold. */
async function deploy(run, deployment) {
    const { environment, release } = deployment;
    const id = releaseId(release);
    const target = targetOf(run, environment, release);
    const wanted = wantedOf(run, deployment, id);
    try {
        return await changeTarget(run, {
            kind: "deploy",
            environment,
            target,
            wanted: () => wanted,
            dryRun: deployment.dryRun,
            plan: (fleet) => target.plan(fleet, wanted),
            measureFirst: deployment.watchMs > 0,
            done: { ...deployment.done, says: `${release.version} (${id}) runs on ${environment.name} and was verified.` },
        });
    }
    finally {
        await target.close();
    }
}
/** The target of an environment, as this run may change it. `release` is what would be uploaded. */
function targetOf(run, environment, release) {
    const { shell, clock, job } = run.world;
    const folder = join(job.workspace, handover.release);
    return openTarget({
        environment,
        app: release?.app ?? run.settings.app ?? "app",
        releaseName: release?.name ?? run.settings.app ?? "app",
        owner: ownerOf(run),
        runUrl: job.runUrl,
        shell,
        clock,
        release: release === null
            ? null
            : {
                id: releaseId(release),
                digest: release.digest,
                path: join(folder, release.file),
                bytes: release.bytes,
                manifest: manifestOf(release),
            },
    });
}
/**
 * The owner of a lock: this job of this attempt of this run, so that neither a re-run takes its predecessor's orphaned
 * step for its own, nor two jobs of one run each other's lock.
 */
function ownerOf({ world }) {
    return `run-${world.job.runId}-${world.job.runAttempt}-${world.job.job}`;
}
/** What the planner must know of this deployment. */
function wantedOf(run, { environment, watchMs }, release) {
    const { strategy, health, migrations } = environment;
    return {
        environment: environment.name,
        release,
        owner: ownerOf(run),
        strategy: strategy.type,
        own: strategy.own,
        migrate: migrations.migrate !== null,
        smoke: run.settings.smoke.length > 0,
        watchMs,
        holdSeconds: strategy.holdSeconds,
        keep: strategy.keep,
        healthyWithinMs: health.withinMs,
        drainMs: strategy.drainMs,
    };
}
/** The environment of that name, or the conclusion that it is not in the settings. */
function deploy_environmentOf(settings, name) {
    // A name that every object has, such as `constructor`, is no environment.
    const found = Object.hasOwn(settings.environments, name) ? settings.environments[name] : undefined;
    if (found !== undefined)
        return found;
    const known = Object.keys(settings.environments);
    return {
        status: "failed",
        decision: "stop",
        reason_code: "invalid_settings",
        says: `Environment \`${name}\` is not in the settings file${known.length > 0 ? `, which has ${known.map((one) => `\`${one}\``).join(", ")}` : ""}.`,
        remedy: `Add it under \`environments\`, or name another with the input \`environment\`.`,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/shipping.js















/** What of a release is no code: its version, its CHANGELOG, the rollback plan, the backup. */
const shippingChecks = ["version", "changelog", "rollback-plan", "backup"];
/** The files that the report reads, from the repository's root. */
const notesFile = `${domain_handover/* handover */.c.report}/release-notes.md`;
const planFile = `${domain_handover/* handover */.c.report}/rollback-plan.md`;
/** Largest written rollback plan that is read. */
const maxPlanBytes = 1 << 20;
/**
 * Judges what of a release is no code (Phase 6: Release Verification and Preparation). Writes the release notes and the
 * rollback plan where they are good.
 */
async function judgeShipping(run, context, shipping, on) {
    const { clock, files, job } = run.world;
    // What an earlier attempt left must not be taken for this one's.
    for (const file of [notesFile, planFile])
        await files.remove((0,external_node_path_.join)(job.workspace, file));
    const facts = await versionFacts(run, context, shipping, on("version"));
    const judges = {
        version: async () => ("verdict" in facts ? facts : version_judgeVersion(facts)),
        changelog: () => documented(run, context, facts),
        "rollback-plan": () => rollbackPlan(run, shipping, facts),
        backup: async () => judgeBackup(Object.values(run.settings.environments), clock.now()),
    };
    const judged = new Map();
    for (const id of shippingChecks.filter(on)) {
        const started = clock.ticks();
        const judgement = await judges[id]();
        judged.set(id, { judgement, durationMs: clock.ticks() - started });
    }
    return judged;
}
/**
 * What git and mix say of versions, or why they cannot. The base branch is asked only when the check is on: it takes a
 * VM.
 */
async function versionFacts(run, context, shipping, whole) {
    const { repository, job } = run.world;
    const { project, name, head, released } = shipping;
    const { tags, line } = run.settings.version;
    if (released.from === "tag" && released.tag === null)
        return noTag(await repository.isShallow());
    // The branch that the release goes to; a tag does not say.
    const branch = job.pullRequest?.baseRef ?? (job.ref.startsWith("refs/heads/") ? job.refName : null);
    try {
        return {
            version: project_versionOf(project, name),
            rules: { names: namesOf(shipping), patterns: tags },
            maintenance: line === "maintenance" || (branch !== null && job.defaultBranch !== null && branch !== job.defaultBranch),
            head,
            tags: await repository.tags(),
            shallow: await repository.isShallow(),
            base: whole && released.from === "mix" ? await baseVersion(context, repository, name, head) : null,
            file: context.path("mix.exs"),
        };
    }
    catch (error) {
        const says = `git could not say which versions there are: ${(0,error_text/* errorText */.k)(error)}`;
        return { verdict: "error", reason_code: "could_not_run", says, remedy: "See whether the checkout is whole." };
    }
}
/** The names that tags and a CHANGELOG know the application by. */
function namesOf({ project, name }) {
    return [name, ...(project.app === null ? [] : [project.app])];
}
/** Where versions come from tags, a commit without one releases none. */
function noTag(shallow) {
    if (shallow) {
        const says = "The version comes from the tag that is released, and the checkout is shallow: tags may be missing.";
        return { verdict: "error", reason_code: "not_judged", says, remedy: "Give actions/checkout `fetch-depth: 0`." };
    }
    const says = "No version tag points at this commit, so no version is released from it.";
    return {
        verdict: "not-run",
        reason_code: "not_applicable",
        says,
        remedy: "Tag the commit, such as `git tag v1.4.0`, and run again for that tag.",
    };
}
/** The version that stands in file names and headings; null when it is none. */
function goodVersion(facts) {
    return "verdict" in facts || facts.version === null || parseVersion(facts.version) === null ? null : facts.version;
}
async function documented(run, context, facts) {
    const { files, job, clock } = run.world;
    const version = goodVersion(facts);
    if (version === null && "verdict" in facts && facts.reason_code === "not_applicable")
        return facts;
    if (version === null) {
        const says = "Which version the CHANGELOG should have a section for is not known.";
        return { verdict: "error", reason_code: "not_judged", says, remedy: "Fix what `version` names." };
    }
    const names = "verdict" in facts ? [] : facts.rules.names;
    const changelog = await readChangelog(files, run.settings, job.workspace, context.path);
    const { judgement, notes } = judgeChangelog(changelog, { version, names }, clock.now());
    if (notes === null)
        return judgement;
    await files.write((0,external_node_path_.join)(job.workspace, notesFile), `${notes}\n`);
    run.recorder.output("release-notes-file", notesFile);
    return judgement;
}
/** The plan that people wrote, else one that the planner makes for the day after the deployment. */
async function rollbackPlan(run, { name, head }, facts) {
    const { files, job } = run.world;
    const { rollbackPlanFile: written, environments, criteria } = run.settings;
    if (written !== null) {
        try {
            return judgeRollbackPlan({ written, text: await files.read((0,external_node_path_.join)(job.workspace, written), maxPlanBytes) });
        }
        catch (error) {
            return judgeRollbackPlan({ written, unreadable: (0,error_text/* errorText */.k)(error) });
        }
    }
    const version = goodVersion(facts) ?? "this release";
    const before = ("verdict" in facts ? null : newestTag(facts)?.text) ?? "the release before";
    const rehearsed = Object.values(environments).map((one) => ({
        one,
        plans: rehearse(run, one, { now: version, before }),
    }));
    const refused = rehearsed.flatMap(({ one, plans }) => plans.flatMap(({ made }) => (plan_isRefusal(made) ? [{ environment: one.name, refusal: made }] : [])));
    if (rehearsed.length > 0 && refused.length === 0) {
        const document = renderRollbackPlan({
            app: name,
            version,
            sha: head,
            criteria,
            environments: rehearsed.map(({ one, plans }) => ({
                name: one.name,
                migrate: one.migrations.migrate,
                backup: one.backup === null ? null : backupText(one.backup),
                plans: plans.flatMap(({ when, made }) => (plan_isRefusal(made) ? [] : [{ when, plan: made }])),
            })),
        });
        await files.write((0,external_node_path_.join)(job.workspace, planFile), document);
    }
    return judgeRollbackPlan({ generated: planFile, environments: Object.keys(environments), refused });
}
/**
 * The rollback of one environment: while the release before is kept warm, and later, when it has to be started again.
 */
function rehearse(run, environment, releases) {
    const { hosts, slots, router, strategy } = environment;
    const layout = { hosts: hosts.map((host) => host.name), slots, routed: router.routes };
    const wanted = { ...wantedOf(run, { environment, watchMs: 0 }, ""), markBad: true };
    const hold = (0,wording/* duration */.p0)(strategy.holdSeconds * 1_000);
    const when = {
        always: "At any time:",
        warm: `Within ${hold} of the deployment, while ${releases.before} is kept warm:`,
        stopped: `Later, when ${releases.before} was stopped:`,
    };
    return expectedRollbacks({ layout, releases, wanted }).map((one) => ({ when: when[one.when], made: one.made }));
}

;// CONCATENATED MODULE: ./build/src/stages/validate.js



























/**
 * Proves a commit fit to ship and builds the release once (Phase 6: Pre-Deployment Validation). Every check of the list
 * is recorded, whatever became of it.
 */
const validate = async (run) => {
    const { settings, world, recorder } = run;
    const { files, job } = world;
    const fault = await checkoutFault(run);
    if (fault !== null)
        return fault;
    const head = await world.repository.head();
    const refused = await checkoutGate(run, { another: "refuse", head: head.sha });
    if (refused !== null)
        return refused;
    const changes = await world.repository.changes();
    if (changes.length > 0)
        await recorder.warn(`The checkout has ${changes.length} uncommitted changes: what is validated is not what is committed.`);
    const tree = await treeOf(run);
    const versions = await world.toolchain.versions();
    const context = await openContext(run, versions);
    const warmth = await warmthOf(files, settings.projectPath, settings.cachePath);
    const folder = (0,external_node_path_.join)(job.workspace, domain_handover/* handover */.c.release);
    const store = resultStore(settings.cachePath, files);
    const change = await readChange(run);
    const tracked = await world.repository.tracked();
    const tags = settings.version.from === "tag" ? await world.repository.tags() : [];
    const released = releasedFrom(settings, tags, { ref: job.ref, head: head.sha });
    const basis = await basisOf(run, tracked, { versions, change, released });
    const wanted = check/* checkIds */.tD.filter((id) => validate_levelOf(run, id) !== "off");
    const reused = await reusedOf(run, store, basis, { checks: wanted, head: head.sha, releaseFolder: folder, files });
    if (reused.release === null)
        await files.remove(folder);
    const found = { judged: new Map(reused.judged), builds: [], suites: [], release: reused.release };
    const work = workOf(context, {
        on: (id) => wanted.includes(id) && !reused.judged.has(id),
        rules: {
            coverageMinimum: settings.coverageMinimum,
            sobelowConfidence: settings.sobelowConfidence,
            cachePath: settings.cachePath,
            sources: [...tracked.files.keys()].filter((path) => /\.(ex|exs|heex)$/.test(path)),
            change,
        },
        release: {
            app: settings.app,
            version: released_versionIn(released),
            shipment: (project) => ({
                project: underVersion(project, released),
                ...{ app: validate_nameOf(run, project), head, folder, rules: settings.release, secret: world.secret },
            }),
        },
        base: () => migrationBase({ ...world, project: settings.projectPath, tags: settings.version.tags }),
        hasMigrations: [...tracked.files.keys()].some((path) => ectoMigration.test(path)),
    }, found, reused.project);
    work.nodes.push({
        id: "shipping",
        needs: [],
        cost: 1,
        light: true,
        async run() {
            const project = await work.project;
            if ("verdict" in project)
                return;
            const shipping = {
                project: underVersion(project, released),
                name: validate_nameOf(run, project),
                head: head.sha,
                released,
            };
            for (const [id, timed] of await judgeShipping(run, context, shipping, (one) => validate_levelOf(run, one) !== "off"))
                found.judged.set(id, timed);
        },
    });
    const early = work.project.then((one) => outsideOf(run, basis, one));
    if (versions !== null) {
        const compile = () => kept(run, () => keepHelpers(context, context.helpers, settings.cachePath, versions));
        work.nodes.push({ id: "helpers", needs: [], cost: 0, run: compile });
    }
    const old = tooOld(versions);
    if (old === null)
        await runGraph(work.nodes, job.cores, () => world.cancellation.cancelled || (settings.failFast && standsInTheWay(run, found)));
    work.tell(notBegun(run));
    const moved = movedBetween(tree, await treeOf(run));
    if (moved.other.length > 0)
        await recorder.warn(`The checks left files behind that git does not ignore: ${tree_some(moved.other)}.`);
    const project = old ?? (await work.project);
    if ("verdict" in project)
        for (const id of check/* checkIds */.tD)
            found.judged.set(id, { judgement: project, durationMs: 0 });
    else {
        await recorder.set({ app: validate_nameOf(run, project) });
        recorder.output("app", validate_nameOf(run, project));
        recorder.output("version", found.release?.version ?? project_versionOf(underVersion(project, released), validate_nameOf(run, project)) ?? "");
        if (wanted.includes("compile"))
            found.judged.set("compile", compiled(found, context, project, warmth, reused));
        if (moved.code.length > 0)
            unsettle(found, reused, moved);
        else if (!("unknown" in basis) && project.elixir === basis.elixir && project.otp === basis.otp)
            await kept(run, async () => {
                const whole = await withOutside(run, basis, project);
                // What changed while checks ran on it is known of neither state.
                const same = "outside" in whole && (await early) === whole.outside;
                if (same)
                    await keep(store, whole, { project, judged: found.judged, release: found.release }, job, world.clock.now());
            });
    }
    const results = await recordAll(run, { judged: saidOnce(found.judged), release: found.release, change }, {
        project: "verdict" in project ? null : project,
        version: released_versionIn(released),
    });
    await writeReports(run, results, found.suites);
    return moved.code.length > 0 && !world.cancellation.cancelled ? changedUnder(moved) : conclude(run, found.release);
};
/**
 * The check that runs the project's code says that the code changed under it: the tests where they ran, else the
 * compilation.
 */
function unsettle({ judged }, reused, moved) {
    const id = judged.has("test") && !reused.judged.has("test") ? "test" : "compile";
    const before = judged.get(id) ?? off;
    judged.set(id, { ...before, judgement: unsettled(before.judgement, moved) });
}
function changedUnder({ code }) {
    const says = `The checkout changed while the checks ran, so what was judged is not the commit: ${tree_some(code)}.`;
    return { status: "failed", decision: "stop", reason_code: "tree_changed", says, remedy: remedy };
}
/**
 * What is kept for later runs is bookkeeping: where it cannot be written, the next run is slower, and no verdict
 * changes.
 */
async function kept({ recorder, settings }, work) {
    try {
        await work();
    }
    catch (error) {
        const why = (0,error_text/* errorText */.k)(error);
        await recorder.warn(`Nothing could be kept in \`${settings.cachePath}\` for later runs: ${why}.`);
    }
}
/** A migration's file, as Ecto names them, in whatever folder. */
const ectoMigration = /(^|\/)\d+_[^/]+\.exs?$/;
async function openContext({ settings, world }, versions) {
    const { job, shell, files, clock, cancellation } = world;
    return {
        ...{ job, shell, files, clock, cancellation },
        helpers: await openHelpers(files, job.temp, settings.cachePath, versions),
        project: settings.projectPath,
        limitMs: settings.checkLimitMs,
        path: (file) => fromRoot(job.workspace, settings.projectPath, file),
    };
}
/** The application's name: the settings', else mix's; an umbrella bears the name of its release. */
function validate_nameOf({ settings }, project) {
    return settings.app ?? project.app ?? project.release ?? "release";
}
/** The settings' level, else Phase 6's for this commit. */
function validate_levelOf({ settings, world }, id) {
    return settings.checks[id] ?? (0,check/* defaultLevel */.Qx)(id, (0,check/* ships */.yw)(world.job));
}
/** Both builds together: a warning in either fails. A build that is missing leaves the check unjudged. */
function compiled(found, context, project, warmth, reused) {
    const builds = [...found.builds].sort((a, b) => b.env.localeCompare(a.env));
    const compiledMs = Object.fromEntries(builds.map(({ env, durationMs }) => [env, durationMs]));
    const cache = [...saysWarmth(warmth, compiledMs, reused)];
    const kept = reused.judged.get("compile");
    if (kept !== undefined)
        return { ...kept, judgement: { ...kept.judgement, facts: { ...kept.judgement.facts, cache } } };
    const judgement = judgeCompile(builds, context.path, project.aliases);
    const whole = builds.length === 2 || judgement.verdict !== "pass";
    const says = `Only ${builds[0]?.env ?? "no build"} was compiled: ${judgement.says}`;
    return {
        judgement: whole
            ? { ...judgement, facts: { ...judgement.facts, cache } }
            : { verdict: "not-run", reason_code: "not_judged", says },
        durationMs: builds.reduce((total, one) => total + one.durationMs, 0),
    };
}
/** For fail-fast: a required check did not pass, or a build is not clean. */
function standsInTheWay(run, { judged, builds }) {
    const must = (id) => validate_levelOf(run, id) === "must";
    return ([...judged].some(([id, { judgement }]) => must(id) && judgement.verdict !== "pass" && judgement.reason_code !== "not_applicable") ||
        (must("compile") && builds.length > 0 && judgeCompile(builds, (file) => file).verdict !== "pass"));
}
/** One result for each check of the list, in its order, each with the findings of this change first. */
async function recordAll(run, found, of) {
    const { recorder } = run;
    const { judged, release, change } = found;
    if (release !== null) {
        await recorder.set({ release });
        recorder.output("release-digest", release.digest);
        recorder.output("release-file", `${domain_handover/* handover */.c.release}/${release.file}`);
    }
    const notRun = notBegun(run);
    const { coverageMinimum, sobelowConfidence, projectPath, app } = run.settings;
    const rules = {
        coverageMinimum,
        sobelowConfidence,
        app,
        folder: (0,external_node_path_.relative)(run.world.job.workspace, projectPath),
        ...of,
    };
    const results = [];
    for (const id of check/* checkIds */.tD) {
        const level = validate_levelOf(run, id);
        const timed = level === "off" ? off : (judged.get(id) ?? { judgement: notRun, durationMs: 0 });
        const { durationMs } = timed;
        const judgement = id === "coverage" ? begun(run, timed.judgement, judged) : timed.judgement;
        // What does not apply to this project stands in nobody's way, and is no pass either.
        const required = level === "must" && judgement.reason_code !== "not_applicable";
        const reproduce = reproduceOf(id, rules, judgement);
        const heading = { kind: "check", id, title: (0,check/* titleOf */.Gg)(id), reproduce, required };
        const findings = (0,domain_change/* sorted */.IP)((judgement.findings ?? []).map((one) => (change === null ? one : (0,domain_change/* placedIn */.T8)(change, one))));
        const one = (0,domain_result/* result */.Ke)(heading, { ...judgement, findings }, durationMs);
        results.push(one);
        await recorder.record(one);
    }
    const fact = (id, name) => String(judged.get(id)?.judgement.facts?.[name] ?? "");
    recorder.output("tests", fact("test", "tests"));
    recorder.output("coverage", fact("coverage", "coverage"));
    return results;
}
/**
 * Coverage below a minimum that nobody chose, in a project that lacks what Phase 6 asks besides: a place to begin, not
 * a fault to find.
 */
function begun(run, coverage, judged) {
    const percent = coverage.facts?.["coverage"];
    if (run.settings.coverageChosen || coverage.reason_code !== "coverage_below_minimum" || typeof percent !== "number")
        return coverage;
    const first = [...judged].some(([id, { judgement }]) => {
        const { verdict, reason_code, facts = {} } = judgement;
        return validate_levelOf(run, id) !== "off" && (0,first_contact/* isFirstContact */.f)({ kind: "check", id, verdict, reason_code, facts });
    });
    return first ? { ...coverage, facts: { ...coverage.facts, ...(0,first_contact/* coverageToBeginWith */.r8)(percent) } } : coverage;
}
/** Why a check did not begin. */
function notBegun({ world }) {
    return world.cancellation.cancelled
        ? { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this check began." }
        : {
            verdict: "not-run",
            reason_code: "check_failed",
            says: "Not run: another check had failed, and `fail-fast` is on.",
        };
}
const off = {
    judgement: { verdict: "off", reason_code: "switched_off", says: "Switched off in the settings." },
    durationMs: 0,
};
/**
 * What the required checks say that did not pass. Where all of them lack what the project never had, that is one thing
 * to do, and said as one.
 */
function blocked(standing, total) {
    const others = standing.filter((one) => !(0,first_contact/* isFirstContact */.f)(one));
    if (others.length === 0) {
        const names = standing.map((one) => one.id).join(", ");
        return {
            says: `This project does not have yet what ${standing.length === 1 ? "one required check needs" : `${standing.length} required checks need`}: ${names}.`,
            remedy: "Copy the lines from the top of the job summary: they add it, or switch the checks off.",
        };
    }
    const own = standing.filter((one) => one.verdict !== "not-run");
    const [only] = own;
    // All the others were not run for the reason that this one names.
    if (only !== undefined && own.length === 1 && standing.length > 1) {
        const says = `${only.says} ${standing.length - 1} more required checks could not run because of it.`;
        return { says, remedy: only.remedy };
    }
    const names = standing.map((one) => one.id).join(", ");
    return { says: `${standing.length} of ${total} checks did not pass: ${names}.`, remedy: others[0]?.remedy ?? "" };
}
/** The verdict over all results: passed, with what it rests on, or the names of the checks that block it. */
function conclude({ recorder, world }, release) {
    const { results } = recorder.evidence;
    if (world.cancellation.cancelled) {
        const says = "Cancelled before every check had run.";
        return { status: "cancelled", decision: "stop", reason_code: "cancelled", says };
    }
    const standing = results.filter(domain_result/* blocks */.Bv);
    if (standing.length > 0) {
        return { status: "failed", decision: "stop", reason_code: "checks_failed", ...blocked(standing, results.length) };
    }
    if (release === null) {
        return {
            status: "failed",
            decision: "stop",
            reason_code: "release_missing",
            says: "No release was built, so there is nothing to ship.",
            remedy: "Set `checks: {release: must}`, and look at the check `release`.",
        };
    }
    const fact = (id, name) => results.find((one) => one.id === id)?.facts[name];
    const [tests, coverage] = [fact("test", "tests"), fact("coverage", "coverage")];
    const seen = [
        `release ${release.version}`,
        ...(typeof tests === "number" ? [`${(0,plural/* counted */.h)(tests, "test")}`] : []),
        ...(typeof coverage === "number" ? [`coverage ${coverage.toFixed(1)} %`] : []),
    ];
    const switchedOff = results.filter((one) => one.verdict === "off").length;
    const open = results.filter(domain_result/* leftOpen */.cb).map((one) => `${one.id} (${one.verdict})`);
    const rests = [
        ...(switchedOff > 0 ? [`; ${(0,plural/* counted */.h)(switchedOff, "check")} switched off`] : []),
        ...(open.length > 0 ? [`; not required and not passed: ${open.join(", ")}`] : []),
    ].join("");
    return {
        status: "passed",
        decision: "continue",
        reason_code: "passed",
        says: `Validation passed: ${seen.join(", ")}${rests}.`,
    };
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2716);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
