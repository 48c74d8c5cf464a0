export const id = 871;
export const ids = [871];
export const modules = {

/***/ 4871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readFile: () => (/* binding */ readFile)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(1196);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/strategies/registry.js + 8 modules
var registry = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/strategies/strategy.js
var strategies_strategy = __webpack_require__(8394);
// EXTERNAL MODULE: ./build/src/settings/fault.js
var fault = __webpack_require__(1003);
;// CONCATENATED MODULE: ./build/src/settings/explain.js

/** Kinds that are not available yet: said so, instead of a guess at what was meant. */
const later = new Set(["kubernetes", "fly"]);
/** Turns one issue of zod into sentences. `above`: the keys that lead to what the issue is of. */
function explain(issue, source, above = []) {
    const keys = [...above, ...issue.path];
    const spot = { source, keys, name: keys.map(String).join("."), found: valueAt(source.value, keys) };
    switch (issue.code) {
        case "unrecognized_keys":
            return issue.keys.map((key) => unknownKey(spot, key));
        case "invalid_key":
            return [invalidName(spot, issue)];
        default:
            return spot.found === undefined ? [missing(spot)] : unaccepted(spot, issue);
    }
}
function unaccepted(spot, issue) {
    if (issue.code === "invalid_union")
        return ofUnion(spot, issue);
    if (issue.code === "invalid_value" && issue.message.startsWith("Invalid"))
        return [notOneOf(spot, issue.values.map(String))];
    const unreadable = issue.message.startsWith("Invalid") || issue.message.startsWith("Too");
    const rule = unreadable ? `is not accepted: ${issue.message}` : issue.message;
    return [explain_fault(spot, `\`${spot.name || "the file"}\` is \`${(0,fault/* shown */.S)(spot.found)}\`; it ${rule}.`, "Change the value.")];
}
function valueAt(value, keys) {
    return keys.reduce((at, key) => (typeof at === "object" && at !== null ? at[key] : undefined), value);
}
function explain_fault({ source, keys }, says, remedy) {
    return { code: "invalid_settings", place: source.place(keys), says, remedy };
}
function unknownKey({ source, keys, name, found }, key) {
    const says = `\`${(0,fault/* shown */.S)(key)}\` is not a setting${name === "" ? "" : ` of \`${name}\``}.`;
    const given = Object.keys(found ?? {});
    const meant = (0,fault/* nearest */.p)(key, source.known(keys).filter((one) => !given.includes(one)));
    const remedy = meant === null ? "Remove it, or see docs/configuration.md for the names." : `Did you mean \`${meant}\`?`;
    return explain_fault({ source, keys: [...keys, key] }, says, remedy);
}
function invalidName(spot, issue) {
    const [message = "is not accepted"] = issue.issues.map((one) => one.message);
    const rule = message.startsWith("Invalid") ? "is not accepted here" : message;
    const group = spot.keys.slice(0, -1).map(String).join(".");
    return explain_fault(spot, `\`${(0,fault/* shown */.S)(String(spot.keys.at(-1)))}\` as a name of \`${group}\` ${rule}.`, "Choose another name.");
}
function missing(spot) {
    return explain_fault(spot, `\`${spot.name}\` is missing.`, "Add it; docs/configuration.md shows an example.");
}
/** A union is explained by the branch that came nearest: one that got past the type of the value itself was meant. */
function ofUnion(spot, issue) {
    const atRoot = (one) => one.path.length === 0 && (one.code === "invalid_type" || one.code === "invalid_value");
    const [meant] = issue.errors
        .filter((branch) => branch.length > 0 && !branch.some(atRoot))
        .sort((a, b) => a.length - b.length);
    if (meant === undefined) {
        const word = (0,fault/* shown */.S)(spot.found);
        const kind = (0,fault/* nearest */.p)(word, [...issue.message.matchAll(/`([^`]+)`/g)].map(([, one = ""]) => one));
        const rule = issue.message === "Invalid input" ? "See docs/configuration.md for what it takes." : `It ${issue.message}.`;
        const remedy = kind === null ? rule : `Did you mean \`${kind}\`?`;
        const why = later.has(word) ? "which is not available yet" : "which is not accepted";
        return [explain_fault(spot, `\`${spot.name}\` is \`${word}\`, ${why}.`, remedy)];
    }
    const discriminated = meant.filter((one) => !(one.code === "invalid_value" && one.path.at(-1) === "type"));
    const shownIssues = discriminated.length > 0 ? discriminated : meant;
    return shownIssues.flatMap((one) => explain(one, spot.source, spot.keys));
}
function notOneOf(spot, values) {
    const word = (0,fault/* shown */.S)(spot.found);
    if (later.has(word))
        return explain_fault(spot, `\`${spot.name}\` is \`${word}\`, which is not available yet.`, `Use ${listed(values)}.`);
    const meant = typeof spot.found === "string" ? (0,fault/* nearest */.p)(spot.found, values) : null;
    const remedy = meant === null ? `Use ${listed(values)}.` : `Did you mean \`${meant}\`?`;
    return explain_fault(spot, `\`${spot.name}\` is \`${word}\`.`, remedy);
}
function listed(values) {
    return values.map((one) => `\`${one}\``).join(" or ");
}

// EXTERNAL MODULE: ./build/src/settings/gates.js
var gates = __webpack_require__(7163);
// EXTERNAL MODULE: ./build/src/settings/hosts.js + 12 modules
var settings_hosts = __webpack_require__(6371);
;// CONCATENATED MODULE: ./build/src/settings/known-keys.js
/** The keys that a schema knows at a place of the file; of a union those of all its members. */
function knownKeys(schema, [key, ...below]) {
    const { def } = schema._zod;
    switch (def.type) {
        case "object": {
            if (key === undefined)
                return Object.keys(def.shape);
            const member = def.shape[String(key)];
            return member === undefined ? [] : knownKeys(member, below);
        }
        case "record":
            return key === undefined ? [] : knownKeys(def.valueType, below);
        case "array":
            return key === undefined ? [] : knownKeys(def.element, below);
        default:
            return within(def).flatMap((one) => knownKeys(one, key === undefined ? [] : [key, ...below]));
    }
}
/** What a schema is made of that is at the same place of the file. */
function within(def) {
    switch (def.type) {
        case "union":
            return def.options;
        case "pipe":
            return [def.in];
        case "optional":
        case "nullable":
        case "default":
        case "prefault":
            return [def.innerType];
        default:
            return [];
    }
}

// EXTERNAL MODULE: ./build/src/settings/monitoring.js
var monitoring = __webpack_require__(765);
// EXTERNAL MODULE: ./build/src/settings/schema.js + 30 modules
var settings_schema = __webpack_require__(2450);
;// CONCATENATED MODULE: ./build/src/settings/file.js











/** Reads the settings file: the parsed file, or every fault with its line. */
async function readFile(text, path, registries) {
    const all = registries.strategies ?? registry/* strategies */.W;
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, version: "1.2" });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}`;
    };
    const place = (keys) => {
        const found = nodeAt(document, keys);
        return `${found === null ? path : at(found)}${keys.length > 0 ? ` \`${keys.map(String).join(".")}\`` : ""}`;
    };
    if (document.errors.length > 0) {
        const remedy = "Fix the line; indent with two spaces, never with tabs.";
        return refused(document.errors.map(({ message, pos }) => unreadable(at(pos[0]), message, remedy)));
    }
    let value;
    try {
        value = document.toJS({ maxAliasCount: 50 });
    }
    catch (error) {
        return refused([unreadable(path, (0,error_text/* errorText */.k)(error), "Use fewer aliases.")]);
    }
    const hidden = hiddenKeys(value);
    if (hidden.length > 0)
        return refused(hidden.map((keys) => hiddenName(place(keys))));
    const checks = namesChecks(value) ? await registries.checks() : [];
    const schema = (0,settings_schema/* fileSchemaOf */.R)(checks, all);
    const parsed = schema.safeParse(value ?? {});
    if (!parsed.success) {
        const source = { value, place, known: (keys) => knownKeys(schema, keys) };
        return refused(parsed.error.issues.flatMap((issue) => explain(issue, source)));
    }
    const faults = await between(parsed.data, place, all);
    return faults.length > 0 ? refused(faults) : { ok: true, file: parsed.data };
}
function refused(faults) {
    return { ok: false, faults };
}
function unreadable(place, why, remedy) {
    return { code: "invalid_settings", place, says: `The YAML cannot be read: ${why}.`, remedy };
}
function hiddenName(place) {
    const says = "`__proto__` cannot be a name: JavaScript hides it.";
    return { code: "invalid_settings", place, says, remedy: "Choose another name." };
}
function namesChecks(value) {
    return typeof value === "object" && value !== null && "checks" in value;
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
/** Rules between keys. */
async function between(file, place, all) {
    const faults = [...samePlaces(file, place), ...strangers(file, place)];
    const add = (keys, says, remedy) => faults.push({ code: "invalid_settings", place: place(keys), says, remedy });
    for (const [name, environment] of Object.entries(file.environments)) {
        const at = ["environments", name];
        const slots = Object.entries(environment.slots);
        const groups = (0,settings_hosts/* groupsOf */.c1)(environment.hosts);
        const strategy = all[environment.strategy.type];
        const layout = {
            hosts: environment.hosts.filter(({ role }) => role === "app").map(({ name }) => name),
            slots: environment.slots,
            routed: environment.router.routes,
            routing: { weights: environment.router.weights, shared: environment.router.on !== null },
            ...(groups === undefined ? {} : { groups }),
        };
        for (const { key, says, remedy } of strategy === undefined ? [] : (0,strategies_strategy/* unsuitedOf */.J)(strategy, layout))
            add([...at, key], says, remedy);
        const grouping = { slots: slots.map(([slot]) => slot), on: environment.router.on };
        const faults = [
            ...hostFaults(environment),
            ...(0,settings_hosts/* addressFaults */.YM)(environment),
            ...(0,settings_hosts/* groupFaults */.X7)(environment.hosts, grouping),
            ...(await (0,gates/* gateFaults */.LO)(environment)),
            ...(0,monitoring/* monitoringFaults */.A0)(environment),
        ];
        for (const fault of faults)
            add([...at, ...fault.keys], fault.says, fault.remedy);
        const { counts, uncounted, name: router } = environment.router;
        if (environment.signals["router-statistics"] !== undefined && counts !== true)
            add([...at, "signals", "router-statistics"], `${uncounted ?? `${router} counts no requests by server`}.`, "Remove it, and ask for `scrape` or `prometheus`; HAProxy counts them.");
        if (environment.signals["log-rate"] !== undefined && typeof environment.logs !== "object")
            add([...at, "signals", "log-rate"], "It counts errors by the patterns of `logs`, which is `off`.", "Remove it, or remove `logs: off`.");
        const required = environment["hosts-required"];
        if (required !== "all" && required > layout.hosts.length)
            add([...at, "hosts-required"], `${required} hosts are required, and ${layout.hosts.length} run the application.`, "Set it to `all`, or to a smaller number.");
        const ports = slots.map(([, slot]) => slot.port);
        // In groups, no two slots are on one host.
        if (groups === undefined && new Set(ports).size < ports.length)
            add([...at, "slots"], `Two slots have the same port ${ports[0]}.`, "Give each slot a port of its own.");
    }
    return faults;
}
/** Environments of a notifier that are nowhere: nobody would ever be notified. */
function strangers({ notify, environments }, place) {
    const known = Object.keys(environments);
    return notify.flatMap(({ environments: wanted }, at) => (wanted ?? []).flatMap((name, index) => {
        if (known.includes(name))
            return [];
        const says = `There is no environment \`${(0,fault/* shown */.S)(name)}\`, whose news it would announce.`;
        const names = known.map((one) => `\`${one}\``).join(" or ");
        const remedy = known.length === 0 ? "Add it to `environments`." : `Name one of \`environments\`: ${names}.`;
        return [{ code: "invalid_settings", place: place(["notify", at, "environments", index]), says, remedy }];
    }));
}
/** Two hosts of one name, none for the application, or a router on a host that is not there. */
function* hostFaults({ hosts, router: { on } }) {
    const names = hosts.map(({ name }) => name);
    for (const [index, name] of names.entries()) {
        if (names.indexOf(name) === index)
            continue;
        const says = `Two hosts have the name \`${(0,fault/* shown */.S)(name)}\`.`;
        yield { keys: ["hosts", index, "name"], says, remedy: "Give each host a name of its own." };
    }
    if (hosts.every(({ role }) => role === "router")) {
        const says = "Every host has the role `router`, so none runs the application.";
        yield { keys: ["hosts"], says, remedy: "Name a host without `role`, or with `role: app`." };
    }
    for (const name of on ?? []) {
        if (names.includes(name))
            continue;
        const says = `There is no host \`${(0,fault/* shown */.S)(name)}\`, on which the router is changed.`;
        const known = names.map((host) => `\`${host}\``).join(" or ");
        yield { keys: ["router", "on"], says, remedy: `Name one of \`hosts\`: ${known}.` };
    }
    for (const [index, { name, role }] of hosts.entries()) {
        if (role !== "router" || (on?.includes(name) ?? false))
            continue;
        const says = `Host \`${(0,fault/* shown */.S)(name)}\` has the role \`router\`, and \`router.on\` does not name it.`;
        yield { keys: ["hosts", index, "role"], says, remedy: "Name it in `router.on`, or remove the host." };
    }
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
            const where = `${(0,settings_hosts/* machineOf */.VT)(host)} ${path
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
                says: `\`${name}\` and \`${other}\` are the same \`path\` \`${(0,fault/* shown */.S)(path)}\` on host \`${host.name}\` ` +
                    `(\`${host.address}\`): a deployment to one would replace the other's release, past its approval.`,
                remedy: `Give each environment a path of its own, such as \`${path.replace(/\/+$/, "")}-${name}\`; where they ` +
                    "are two machines, name their hosts differently.",
            });
        }
    }
    return faults;
}
/** Offset of the node at these keys, or of the nearest one above it. */
function nodeAt(document, keys) {
    let node = document.contents;
    let offset = (0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? null) : null;
    for (const key of keys) {
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === String(key));
            if (pair === undefined)
                break;
            offset = pair.key.range?.[0] ?? offset;
            node = pair.value;
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            node = node.items[Number(key)];
            offset = (0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? offset) : offset;
        }
        else
            break;
    }
    return offset;
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


/***/ })

};
