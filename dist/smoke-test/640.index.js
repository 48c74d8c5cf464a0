export const id = 640;
export const ids = [640];
export const modules = {

/***/ 8640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   faultOfWindow: () => (/* binding */ faultOfWindow)
/* harmony export */ });
/* unused harmony export openWindow */
/* harmony import */ var rrule_temporal__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7046);

const dayMs = 24 * 3_600_000;
/** No zone is further from UTC, also on the day that its clock changes. */
const slackMs = 2 * dayMs;
/** The parts that a rule may have: the time of day is that of `from`. */
const known = /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)=(.+)$/;
/**
 * The window that holds at this moment and ends last; null where none does. A time that a change of the clock skips or
 * repeats is taken so that the window is longer, never shorter.
 */
function openWindow({ windows, zone }, nowMs) {
    const open = windows.flatMap((window) => occurrencesAround(window, nowMs).flatMap((start) => {
        const span = spanIn(zone, start, window);
        return span.fromMs <= nowMs && nowMs < span.toMs ? [span] : [];
    }));
    const [last] = open.sort((one, other) => other.toMs - one.toMs);
    return last === undefined ? null : { from: last.from, to: last.to, why: last.why };
}
/**
 * What of a window cannot be understood, as the end of a sentence that begins with its value; null where nothing is.
 */
function faultOfWindow({ from, to, repeat, }) {
    if (wallMs(from) === null)
        return { key: "from", rule: "must be a day and a time that exist" };
    if (to !== null && wallMs(to) === null)
        return { key: "to", rule: "must be a day and a time that exist" };
    if (to !== null && lengthMs({ from, to }) <= 0)
        return { key: "to", rule: "must be later than `from`" };
    if (repeat === null)
        return null;
    if (to === null)
        return { key: "repeat", rule: "needs a `to`: a window without an end cannot repeat" };
    if (lengthMs({ from, to }) > 366 * dayMs)
        return { key: "to", rule: "must be within a year of `from`, as it repeats" };
    const rule = faultOfRule(from, repeat);
    return rule === null ? null : { key: "repeat", rule };
}
function faultOfRule(from, repeat) {
    const parts = repeat.split(";");
    const strange = parts.find((part) => !known.test(part));
    if (strange !== undefined)
        return (`has \`${strange.slice(0, 60)}\`, which is none of FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, ` +
            "BYSETPOS, WKST");
    if (!/(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/.test(repeat))
        return "must have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY";
    if (/UNTIL=(?!\d{8}T\d{6}(;|$))/.test(repeat))
        return "must have UNTIL as a time of the zone without Z, such as UNTIL=20271231T000000";
    try {
        const rule = ruleOf(from, repeat);
        const read = rule.toString().split("RRULE:")[1]?.trim().split(";") ?? [];
        // A value that the library does not know is left out of what it has read.
        const lost = parts.find((part) => !read.includes(part) && !read.includes(`${part}Z`));
        if (lost !== undefined)
            return `has \`${lost}\`, whose value is not understood`;
        const first = rule.all((_, index) => index < 1)[0];
        if (first === undefined)
            return "never happens";
        return first.epochMilliseconds === wallMs(from)
            ? null
            : "does not begin at `from`: let `from` be the first time that it names";
    }
    catch (error) {
        return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    }
}
/**
 * A rule on the clock of the wall: its times are written as if they were of UTC, which has no change of the clock, and
 * put into the zone one by one.
 */
function ruleOf(from, repeat) {
    const start = `${from.replaceAll(/[-:]/g, "")}00Z`;
    return new rrule_temporal__WEBPACK_IMPORTED_MODULE_0__/* .RRuleTemporal */ .tu({
        rruleString: `DTSTART:${start}\nRRULE:${repeat.replace(/(UNTIL=\d{8}T\d{6})(?=;|$)/, "$1Z")}`,
    });
}
/** The times at which a window may have begun that holds now. */
function occurrencesAround(window, nowMs) {
    const { from, to, repeat } = window;
    if (repeat === null)
        return ruleOf(from, "FREQ=DAILY;COUNT=1").all();
    const earliest = nowMs - lengthMs({ from, to: to ?? from }) - slackMs;
    return ruleOf(from, repeat).between(new Date(earliest), new Date(nowMs + slackMs), true);
}
function spanIn(zone, start, { from, to, why }) {
    const begins = start.toPlainDateTime().toZonedDateTime(zone, { disambiguation: "earlier" });
    const shown = (at) => at.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
    const fromMs = begins.epochMilliseconds;
    if (to === null)
        return { fromMs, toMs: Number.POSITIVE_INFINITY, from: shown(begins), to: null, why };
    const ends = start
        .toPlainDateTime()
        .add({ minutes: lengthMs({ from, to }) / 60_000 })
        .toZonedDateTime(zone, { disambiguation: "later" });
    return { fromMs, toMs: ends.epochMilliseconds, from: shown(begins), to: shown(ends), why };
}
/** By the clock on the wall. */
function lengthMs({ from, to }) {
    return (wallMs(to) ?? 0) - (wallMs(from) ?? 0);
}
/** A time of the wall as milliseconds; null where there is no such day or time. */
function wallMs(text) {
    const ms = Date.parse(`${text}:00Z`);
    return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text) ? ms : null;
}


/***/ })

};
