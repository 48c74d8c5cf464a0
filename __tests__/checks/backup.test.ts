import { describe, expect, test } from "@jest/globals";
import { judgeBackup } from "../../src/checks/backup.ts";
import type { Backup } from "../../src/settings/settings.ts";

const now = new Date("2026-11-24T12:00:00Z");
const environment = (name: string, migrate: string | null, backup: Backup | null) => ({ name, migrations: { migrate }, backup });
const provider: Backup = { by: "provider", says: "RDS snapshots every hour", verified: "2026-11-01" };
const command: Backup = { by: "command", make: null, verify: { run: ["pg_restore", "--list", "/backups/latest"] } };

describe("a backup is named in the settings", () => {
  test("when every environment that runs migrations names one, and it says that nothing was verified here", () => {
    expect(judgeBackup([environment("staging", "M.up()", command), environment("production", "M.up()", provider)], now)).toEqual({
      verdict: "pass",
      reason_code: "passed",
      says: "Named here, and verified where the database is, not here: staging by a command, verified by `pg_restore --list /backups/latest`; production by its provider (RDS snapshots every hour; a restore was verified on 2026-11-01).",
      facts: { environments: ["staging", "production"] },
    });
  });

  test("also where an environment without migrations names none", () => {
    expect(judgeBackup([environment("preview", null, null), environment("production", "M.up()", provider)], now).verdict).toBe("pass");
  });

  test("not when one of them names none: which one is said", () => {
    const judgement = judgeBackup([environment("staging", "M.up()", null), environment("production", "M.up()", provider)], now);
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "backup_not_named",
      says: "Environment staging runs migrations and names no backup.",
      findings: [{ severity: "error" }],
    });
  });

  test("not when it will only be verified", () => {
    const judgement = judgeBackup([environment("production", "M.up()", { ...provider, verified: "2027-01-01" })], now);
    expect(judgement).toMatchObject({ verdict: "fail", says: expect.stringContaining("still to come") });
  });

  test.each([
    ["there are no environments", [], "The settings name no environment."],
    ["no environment runs migrations", [environment("production", null, null)], "No environment runs migrations."],
  ])("does not apply when %s, which is no pass", (_, environments, says) => {
    expect(judgeBackup(environments, now)).toEqual({ verdict: "not-run", reason_code: "not_applicable", says });
  });
});
