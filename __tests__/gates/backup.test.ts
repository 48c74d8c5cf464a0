import { describe, expect, test } from "@jest/globals";
import { type BackupFacts, backupNamed } from "../../src/gates/backup.ts";
import { type LockSeen, lock } from "../../src/gates/lock.ts";
import { noFacts } from "../support/gates.ts";

const judge = (known: Partial<BackupFacts>) => {
  const given = { environment: "production", named: "pg_dump", byProvider: false, triedDaysAgo: null, ...known };
  return backupNamed.judge({ ...noFacts, backup: given });
};

describe("the backup before migrations", () => {
  test("is made and verified by the deployment, or by a provider", () => {
    expect(judge({})).toMatchObject({ verdict: "pass", says: expect.stringContaining("verified: pg_dump.") });
    expect(judge({ byProvider: true, triedDaysAgo: 3 })).toMatchObject({ verdict: "pass", warnings: [] });
  });

  test("that nobody named is off, and says so loudly", () => {
    expect(judge({ named: null })).toMatchObject({
      ...{ verdict: "off", reason_code: "backup_not_named", warnings: [expect.stringContaining("names no `backup`")] },
    });
  });

  test("of a provider is a warning where its restore was tried long ago, and refused on a day to come", () => {
    expect(judge({ byProvider: true, triedDaysAgo: 91 })?.warnings).toEqual([expect.stringContaining("91 days ago")]);
    expect(judge({ byProvider: true, triedDaysAgo: -2 })).toMatchObject({ verdict: "fail" });
  });
});

describe("the lock, where it is asked for", () => {
  const seen = (what: LockSeen["seen"]) => lock.judge({ ...noFacts, lock: { environment: "production", seen: what } });

  test("is free, held by a run that is named, or not known", () => {
    expect(seen({ holders: [] })).toMatchObject({ verdict: "pass" });
    expect(seen({ holders: [{ host: "web1", owner: "run-9-1 (https://x)" }] })).toMatchObject({
      ...{ verdict: "fail", reason_code: "lock_held", says: "web1 is locked by run-9-1 (https://x)." },
    });
    const failed = { verdict: "error", reason_code: "target_unreachable", says: "web1 is away." } as const;
    expect(seen(failed)).toBe(failed);
  });
});
