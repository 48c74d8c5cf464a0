import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { FreezeWindow } from "../../../src/domain/gate/freeze.ts";
import { faultOfWindow, openWindow } from "../../../src/domain/gate/freeze-calendar.ts";

const window = (from: string, to: string | null, repeat: string | null = null): FreezeWindow => ({
  ...{ from, to, repeat, why: "because" },
});
const open = (zone: string, windows: FreezeWindow | readonly FreezeWindow[], at: string) =>
  openWindow({ zone, windows: [windows].flat(), override: [] }, Date.parse(at));

/** Closed just before the first moment, open from it on, open until just before the second, closed from that on. */
function holds(zone: string, one: FreezeWindow, from: string, to: string) {
  const around = (text: string, ms: number) => new Date(Date.parse(text) + ms).toISOString();
  expect([
    open(zone, one, around(from, -1)) !== null,
    open(zone, one, from) !== null,
    open(zone, one, around(to, -1)) !== null,
    open(zone, one, to) !== null,
  ]).toEqual([false, true, true, false]);
}

describe("a window", () => {
  test("holds from its first moment until just before its last, by the clock of its zone", () => {
    const one = window("2026-12-20T18:00", "2027-01-02T08:00");
    holds("Europe/Berlin", one, "2026-12-20T17:00:00Z", "2027-01-02T07:00:00Z");
    holds("UTC", one, "2026-12-20T18:00:00Z", "2027-01-02T08:00:00Z");
    expect(open("Europe/Berlin", one, "2026-12-24T12:00:00Z")).toEqual({
      ...{ from: "2026-12-20 18:00", to: "2027-01-02 08:00", why: "because" },
    });
  });

  test("without an end never ends", () => {
    expect(open("UTC", window("2026-01-01T00:00", null), "2099-01-01T00:00:00Z")).toMatchObject({ to: null });
    expect(open("UTC", window("2026-01-01T00:00", null), "2025-12-31T23:59:59Z")).toBeNull();
  });

  test("of several that hold, the one that ends last is shown", () => {
    const list = [window("2026-01-01T00:00", "2026-01-02T00:00"), window("2026-01-01T06:00", "2026-01-03T00:00")];
    expect(open("UTC", list, "2026-01-01T12:00:00Z")?.to).toBe("2026-01-03 00:00");
    expect(open("UTC", [...list, window("2025-01-01T00:00", null)], "2026-01-01T12:00:00Z")?.to).toBeNull();
  });

  test.each<[string, string, string, string]>([
    ["Asia/Kolkata", "2026-06-01T00:00", "2026-05-31T18:30:00Z", "2026-05-31T19:30:00Z"],
    ["Asia/Kathmandu", "2026-06-01T00:00", "2026-05-31T18:15:00Z", "2026-05-31T19:15:00Z"],
    ["America/St_Johns", "2026-01-01T00:00", "2026-01-01T03:30:00Z", "2026-01-01T04:30:00Z"],
    ["Pacific/Kiritimati", "2026-01-01T00:00", "2025-12-31T10:00:00Z", "2025-12-31T11:00:00Z"],
    ["Pacific/Pago_Pago", "2026-01-01T00:00", "2026-01-01T11:00:00Z", "2026-01-01T12:00:00Z"],
  ])("keeps zones apart that are no whole hours from UTC, or far from it: %s", (zone, from, begins, ends) => {
    const one = { ...window(from, from.replace("T00", "T01")) };
    holds(zone, one, begins, ends);
    holds(zone, { ...one, repeat: "FREQ=MONTHLY" }, begins, ends);
  });
});

describe("a window that repeats", () => {
  const weekend = window("2026-01-02T18:00", "2026-01-05T08:00", "FREQ=WEEKLY");

  test("holds at the same time of the wall on both sides of a change of the clock", () => {
    holds("Europe/Berlin", weekend, "2026-01-02T17:00:00Z", "2026-01-05T07:00:00Z");
    // The clock goes forward on 29 March, within this one, and back on 25 October.
    holds("Europe/Berlin", weekend, "2026-03-27T17:00:00Z", "2026-03-30T06:00:00Z");
    holds("Europe/Berlin", weekend, "2026-07-03T16:00:00Z", "2026-07-06T06:00:00Z");
    holds("Europe/Berlin", weekend, "2026-10-23T16:00:00Z", "2026-10-26T07:00:00Z");
    holds("America/New_York", weekend, "2026-03-06T23:00:00Z", "2026-03-09T12:00:00Z");
    holds("America/New_York", weekend, "2026-10-30T22:00:00Z", "2026-11-02T13:00:00Z");
    holds("Australia/Lord_Howe", weekend, "2026-04-03T07:00:00Z", "2026-04-05T21:30:00Z");
    holds("Australia/Lord_Howe", weekend, "2026-10-02T07:30:00Z", "2026-10-04T21:00:00Z");
  });

  test("holds across midnight, and on the day on which its beginning does not exist", () => {
    const night = window("2026-01-01T22:30", "2026-01-02T05:00", "FREQ=DAILY");
    holds("Europe/Berlin", night, "2026-06-10T20:30:00Z", "2026-06-11T03:00:00Z");
    holds("Europe/Berlin", night, "2026-03-28T21:30:00Z", "2026-03-29T03:00:00Z");
    // 02:30 is skipped on 29 March: it begins before that hour, and does not leave the day out.
    const gap = window("2026-01-01T02:30", "2026-01-01T06:00", "FREQ=DAILY");
    holds("Europe/Berlin", gap, "2026-03-29T00:30:00Z", "2026-03-29T04:00:00Z");
  });

  test("is longer, never shorter, where the clock repeats its beginning or its end", () => {
    holds(
      "Europe/Berlin",
      window("2026-01-01T02:30", "2026-01-01T06:00", "FREQ=DAILY"),
      "2026-10-25T00:30:00Z",
      "2026-10-25T05:00:00Z",
    );
    holds(
      "Europe/Berlin",
      window("2026-01-01T00:00", "2026-01-01T02:30", "FREQ=DAILY"),
      "2026-10-24T22:00:00Z",
      "2026-10-25T01:30:00Z",
    );
    holds(
      "Europe/Berlin",
      window("2026-01-01T00:00", "2026-01-01T02:30", "FREQ=DAILY"),
      "2026-03-28T23:00:00Z",
      "2026-03-29T01:30:00Z",
    );
  });

  test("ends where its rule ends, by the clock of its zone", () => {
    const some = window("2026-01-02T18:00", "2026-01-05T08:00", "FREQ=WEEKLY;COUNT=2");
    expect(open("UTC", some, "2026-01-10T00:00:00Z")).not.toBeNull();
    expect(open("UTC", some, "2026-01-17T00:00:00Z")).toBeNull();
    const until = { ...some, repeat: "FREQ=WEEKLY;UNTIL=20260109T180000" };
    expect(open("America/New_York", until, "2026-01-10T12:00:00Z")).not.toBeNull();
    expect(open("America/New_York", until, "2026-01-17T12:00:00Z")).toBeNull();
  });

  test("holds long after it began first", () => {
    const old = window("1970-01-02T18:00", "1970-01-05T08:00", "FREQ=WEEKLY");
    expect(open("Europe/Berlin", old, "2026-11-28T12:00:00Z")).toMatchObject({ from: "2026-11-27 18:00" });
    const last = window("2026-01-30T00:00", "2026-01-31T00:00", "FREQ=MONTHLY;BYDAY=-1FR");
    expect(open("UTC", last, "2026-11-27T12:00:00Z")).not.toBeNull();
    expect(open("UTC", last, "2026-11-20T12:00:00Z")).toBeNull();
  });

  test("agrees with a walk over all of its times, whatever the zone and the moment", () => {
    const zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 24 * 4 }), (zone, quarters) => {
        const at = new Date(Date.UTC(2026, 0, 9) + quarters * 900_000);
        const words = new Intl.DateTimeFormat("en-GB", {
          ...{ timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
        }).formatToParts(at);
        const part = (type: string) => words.find((one) => one.type === type)?.value ?? "";
        const time = `${part("hour")}:${part("minute")}`;
        const day = part("weekday");
        const frozen =
          (day === "Fri" && time >= "18:00") || day === "Sat" || day === "Sun" || (day === "Mon" && time < "08:00");
        expect(open(zone, weekend, at.toISOString()) !== null).toBe(frozen);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a window that cannot be understood", () => {
  test.each<[FreezeWindow, string, RegExp]>([
    [window("2026-02-30T00:00", null), "from", /exist/],
    [window("2026-01-01T25:00", null), "from", /exist/],
    [window("2026-01-01T00:00", "2026-13-01T00:00"), "to", /exist/],
    [window("2026-01-02T00:00", "2026-01-02T00:00"), "to", /later than/],
    [window("2026-01-02T00:00", null, "FREQ=DAILY"), "repeat", /needs a `to`/],
    [window("2026-01-02T00:00", "2028-01-02T00:00", "FREQ=DAILY"), "to", /within a year/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=WEKLY"), "repeat", /must have FREQ=/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=HOURLY"), "repeat", /must have FREQ=/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "every friday"), "repeat", /none of FREQ/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=WEEKLY;BYHOUR=3"), "repeat", /`BYHOUR=3`/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=WEEKLY;BYDAY=XX"), "repeat", /cannot be read/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=MONTHLY;BYMONTHDAY=40"), "repeat", /not understood/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=WEEKLY;INTERVAL=0"), "repeat", /cannot be read/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=WEEKLY;UNTIL=20270101T000000Z"), "repeat", /without Z/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"), "repeat", /cannot|never/],
    [window("2026-01-02T00:00", "2026-01-03T00:00", "FREQ=WEEKLY;BYDAY=MO"), "repeat", /does not begin at `from`/],
  ])("has a fault at its key: %j", (one, key, rule) => {
    expect(faultOfWindow(one)).toEqual({ key, rule: expect.stringMatching(rule) });
  });

  test.each(["FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;BYDAY=1FR", "FREQ=YEARLY", "FREQ=DAILY;INTERVAL=2;WKST=SU"])(
    "is none of these: %s",
    (repeat) => {
      expect(faultOfWindow(window("2026-01-02T18:00", "2026-01-05T08:00", repeat))).toBeNull();
    },
  );
});
