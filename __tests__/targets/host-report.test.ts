import { describe, expect, test } from "@jest/globals";
import { readReport, readRouter } from "../../src/targets/host-report.ts";

/** The records of a router with these servers. */
const report = (names: readonly string[]) =>
  readReport(names.map((name) => `pd\tserver\t${name}\t2\t0\t1\t1\npd\tsessions\t${name}\t0\n`).join(""));

describe("the servers of a router", () => {
  test("keep any name that they have, also one that every object has", () => {
    const router = readRouter(report(["blue", "__proto__", "constructor", "toString"]));
    expect(Object.keys(router)).toEqual(["blue", "__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(router)).toBe(Object.prototype);
  });

  test("are not taken for none where the only one has such a name", () => {
    expect(typeof readRouter(report(["__proto__"]))).toBe("object");
    expect(readRouter(report([]))).toBe("The router named no server of this backend.");
  });
});
