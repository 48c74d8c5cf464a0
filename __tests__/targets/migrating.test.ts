// What a migration says that it did, by the versions that the host read.
import { describe, expect, test } from "@jest/globals";
import { migrated } from "../../src/targets/hosts/migrating.ts";
import { readReport } from "../../src/targets/hosts/report.ts";

const versions = (before: string, after: string) =>
  readReport(`pd\tversions_before\t${before}\npd\tversions_after\t${after}\n`);

describe("a migration", () => {
  test("of several repositories that were up to date names the newest version of all of them", () => {
    const both = "20260301 20260101 20260201";
    expect(migrated(versions(both, both)).says).toBe("The schema was up to date: 20260301.");
  });

  test("of a database without a version says so", () => {
    expect(migrated(versions("", "")).says).toBe("The schema was up to date: no version.");
  });
});
