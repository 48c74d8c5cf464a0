export const id = 193;
export const ids = [193];
export const modules = {

/***/ 193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readFile: () => (/* binding */ readFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _domain_error_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8210);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1003);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8939);




/** Words of the design that are not available yet: said so, instead of a guess at what was meant. */
const later = new Set(["canary", "rolling", "kubernetes", "fly", "command", "nginx", "caddy"]);
/** Reads the settings file: the parsed file, or every fault with its line. */
function readFile(text, path) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, version: "1.2" });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}`;
    };
    if (document.errors.length > 0) {
        return {
            ok: false,
            faults: document.errors.map((error) => ({
                code: "invalid_settings",
                place: at(error.pos[0]),
                says: `The YAML cannot be read: ${error.message}.`,
                remedy: "Fix the line; indent with two spaces, never with tabs.",
            })),
        };
    }
    let value;
    try {
        value = document.toJS({ maxAliasCount: 50 });
    }
    catch (error) {
        return {
            ok: false,
            faults: [
                {
                    code: "invalid_settings",
                    place: path,
                    says: `The YAML cannot be read: ${(0,_domain_error_text_js__WEBPACK_IMPORTED_MODULE_3__/* .errorText */ .k)(error)}.`,
                    remedy: "Use fewer aliases.",
                },
            ],
        };
    }
    const hidden = hiddenKeys(value);
    const place = (keys) => {
        const found = nodeAt(document, keys);
        return `${found === null ? path : at(found)}${keys.length > 0 ? ` \`${keys.map(String).join(".")}\`` : ""}`;
    };
    if (hidden.length > 0) {
        const says = "`__proto__` cannot be a name: JavaScript hides it.";
        return {
            ok: false,
            faults: hidden.map((keys) => ({
                code: "invalid_settings",
                place: place(keys),
                says,
                remedy: "Choose another name.",
            })),
        };
    }
    const parsed = _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .fileSchema */ .M.safeParse(value ?? {});
    const faults = parsed.success
        ? between(parsed.data, place)
        : parsed.error.issues.flatMap((issue) => explain(issue, value, place, []));
    if (faults.length > 0 || !parsed.success)
        return { ok: false, faults };
    return { ok: true, file: parsed.data };
}
/** Where `__proto__` is a key: the schema would pass over it silently. */
function hiddenKeys(value, at = []) {
    if (typeof value !== "object" || value === null)
        return [];
    return Object.entries(value).flatMap(([key, below]) => [
        ...(key === "__proto__" ? [[...at, key]] : []),
        ...hiddenKeys(below, [...at, Array.isArray(value) ? Number(key) : key]),
    ]);
}
/** Turns one issue of zod into sentences. A union is explained by the branch that came nearest. */
function explain(issue, value, place, above) {
    const keys = [...above, ...issue.path];
    const found = keys.reduce((at, key) => (typeof at === "object" && at !== null ? at[key] : undefined), value);
    const name = keys.map(String).join(".");
    const fault = (says, remedy, where = keys) => ({
        code: "invalid_settings",
        place: place(where),
        says,
        remedy,
    });
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => fault(`\`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(key)}\` is not a setting${name === "" ? "" : ` of \`${name}\``}.`, "Remove it, or see docs/configuration.md for the names.", [...keys, key]));
    }
    if (issue.code === "invalid_key") {
        const [rule] = issue.issues.map(({ message }) => message.startsWith("Invalid") ? "is not accepted here" : message);
        return [
            fault(`\`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(String(keys.at(-1)))}\` as a name of \`${keys.slice(0, -1).map(String).join(".")}\` ${rule ?? "is not accepted"}.`, "Choose another name."),
        ];
    }
    if (found === undefined)
        return [fault(`\`${name}\` is missing.`, "Add it; docs/configuration.md shows an example.")];
    if (issue.code === "invalid_union") {
        const branches = issue.errors.filter((branch) => branch.length > 0);
        // A branch that got past the type of the value itself was meant.
        const [meant] = branches
            .filter((branch) => !branch.some((one) => one.path.length === 0 && (one.code === "invalid_type" || one.code === "invalid_value")))
            .sort((a, b) => a.length - b.length);
        if (meant !== undefined) {
            const discriminated = meant
                .filter((one) => !(one.code === "invalid_value" && one.path.at(-1) === "type"))
                .flatMap((one) => explain(one, value, place, keys));
            if (discriminated.length > 0)
                return discriminated;
            return meant.flatMap((one) => explain(one, value, place, keys));
        }
        return [
            fault(`\`${name}\` is \`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(found)}\`, which is not accepted.`, issue.message !== "Invalid input" ? `It ${issue.message}.` : "See docs/configuration.md for what it takes."),
        ];
    }
    if (issue.code === "invalid_value" && issue.message.startsWith("Invalid")) {
        const values = issue.values.map(String);
        const word = (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(found);
        if (later.has(word))
            return [fault(`\`${name}\` is \`${word}\`, which is not available yet.`, `Use ${list(values)}.`)];
        const meant = typeof found === "string" ? (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(found, values) : null;
        return [
            fault(`\`${name}\` is \`${word}\`.`, meant === null ? `Use ${list(values)}.` : `Did you mean \`${meant}\`?`),
        ];
    }
    const rule = issue.message.startsWith("Invalid") || issue.message.startsWith("Too")
        ? `is not accepted: ${issue.message}`
        : issue.message;
    return [fault(`\`${name || "the file"}\` is \`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(found)}\`; it ${rule}.`, "Change the value.")];
}
/** Rules between keys. */
function between(file, place) {
    const faults = [...samePlaces(file, place)];
    const add = (keys, says, remedy) => faults.push({ code: "invalid_settings", place: place(keys), says, remedy });
    for (const [name, environment] of Object.entries(file.environments)) {
        const at = ["environments", name];
        const slots = Object.entries(environment.slots);
        if (environment.strategy.type === "blue-green") {
            if (slots.length !== 2)
                add([...at, "slots"], `blue-green needs two slots, there ${slots.length === 1 ? "is one" : `are ${slots.length}`}.`, "Name two, such as `{blue: {port: 4000}, green: {port: 4001}}`.");
            if (environment.router.type === "none")
                add([...at, "router"], "blue-green needs a router.", "Set `router: {type: haproxy, …}`, or `strategy: {type: restart}`.");
        }
        else if (slots.length !== 1)
            add([...at, "slots"], `restart needs one slot, there are ${slots.length}.`, "Name one, such as `{main: {port: 4000}}`.");
        const ports = slots.map(([, slot]) => slot.port);
        if (new Set(ports).size < ports.length)
            add([...at, "slots"], `Two slots have the same port ${ports[0]}.`, "Give each slot a port of its own.");
    }
    return faults;
}
/**
 * Environments that are one place: a deployment to either would replace what the other serves, past the other's gate.
 * `local` is the machine of whichever runner takes the job, so that the host's name tells machines apart; a path may be
 * written in more than one way.
 */
function samePlaces({ environments }, place) {
    const faults = [];
    const seen = new Map();
    for (const [name, { hosts, path }] of Object.entries(environments)) {
        for (const host of hosts) {
            const where = `${host.name} ${host.address} ${path
                .split("/")
                .filter((part) => part !== "" && part !== ".")
                .join("/")}`;
            const other = seen.get(where);
            seen.set(where, other ?? name);
            if (other === undefined)
                continue;
            faults.push({
                code: "invalid_settings",
                place: place(["environments", name, "path"]),
                says: `\`${name}\` and \`${other}\` are the same \`path\` \`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(path)}\` on host \`${host.name}\` (\`${host.address}\`): a deployment to one would replace the other's release, past its approval.`,
                remedy: `Give each environment a path of its own, such as \`${path.replace(/\/+$/, "")}-${name}\`; where they are two machines, name their hosts differently.`,
            });
        }
    }
    return faults;
}
/** Offset of the node at these keys, or of the nearest one above it. */
function nodeAt(document, keys) {
    let node = document.contents;
    let offset = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? null) : null;
    for (const key of keys) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && String(item.key.value) === String(key));
            if (pair === undefined)
                break;
            offset = pair.key.range?.[0] ?? offset;
            node = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            node = node.items[Number(key)];
            offset = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? offset) : offset;
        }
        else
            break;
    }
    return offset;
}
function list(values) {
    return values.map((one) => `\`${one}\``).join(" or ");
}


/***/ })

};
