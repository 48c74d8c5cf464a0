import { describe, expect, test } from "@jest/globals";
import check, { judgeBackup } from "../../src/checks/backup.ts";
import { blocks, leftOpen, result } from "../../src/domain/evidence/result.ts";
import { rowOf } from "../../src/domain/report/rows.ts";
import { defaultLevel } from "../../src/domain/validation/check.ts";
import { statusOf } from "../../src/render/report/tables.ts";
import type { Backup } from "../../src/settings/settings.ts";

const now = new Date("2026-11-24T12:00:00Z");
const environment = (name: string, migrate: string | null, backup: Backup | null) => ({
  name,
  migrations: { migrate },
  backup,
});
const provider: Backup = { by: "provider", says: "RDS snapshots every hour", verified: "2026-11-01" };
const command: Extract<Backup, { by: "command" }> = {
  ...{ by: "command", make: null, maxAgeMs: 0 },
  verify: { run: ["pg_restore", "--list", "/backups/latest"] },
};

describe("a backup that the settings name", () => {
  test("is configured and not run: the deployment makes and verifies it", () => {
    expect(
      judgeBackup([environment("staging", "M.up()", command), environment("production", "M.up()", provider)], now),
    ).toEqual({
      verdict: "not-run",
      reason_code: "backup_not_run",
      says:
        "Configured, not run: staging by a command (`pg_restore --list /backups/latest`); production by its " +
        "provider (RDS snapshots every hour; the settings say that a restore was tried on 2026-11-01).",
      remedy: expect.stringContaining("makes and verifies the backup before it migrates"),
      facts: { environments: ["staging", "production"] },
    });
  });

  test("is shown with what makes it and what verifies it", () => {
    const made: Backup = { ...command, make: { eval: "Shop.Backup.run()" } };
    expect(judgeBackup([environment("production", "M.up()", made)], now).says).toBe(
      "Configured, not run: production by a command (`Shop.Backup.run()`, then `pg_restore --list /backups/latest`).",
    );
  });

  test("blocks no ordinary project, since the check is a SHOULD, and is left open for the reader", () => {
    const judgement = judgeBackup([environment("production", "M.up()", provider)], now);
    const shown = result(
      { kind: "check", id: "backup", title: check.title, required: defaultLevel(check.level, true) === "must" },
      judgement,
      0,
    );
    expect([blocks(shown), leftOpen(shown), statusOf(rowOf(shown))]).toEqual([false, true, "– CONFIGURED, NOT RUN"]);
  });

  test("is asked only of environments that run migrations", () => {
    const judgement = judgeBackup(
      [environment("preview", null, null), environment("production", "M.up()", provider)],
      now,
    );
    expect(judgement.facts).toEqual({ environments: ["production"] });
  });

  test("fails the check where one environment names none, and says which", () => {
    const judgement = judgeBackup(
      [environment("staging", "M.up()", null), environment("production", "M.up()", provider)],
      now,
    );
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "backup_not_named",
      says: "Environment staging runs migrations and names no backup.",
      findings: [{ severity: "error" }],
    });
  });

  test("fails the check where its restore is dated on a day to come", () => {
    const judgement = judgeBackup([environment("production", "M.up()", { ...provider, verified: "2027-01-01" })], now);
    expect(judgement).toMatchObject({ verdict: "fail", says: expect.stringContaining("still to come") });
  });

  test.each([
    ["there are no environments", [], "The settings name no environment."],
    ["no environment runs migrations", [environment("production", null, null)], "No environment runs migrations."],
  ])("is not asked for when %s, which is no pass", (_, environments, says) => {
    expect(judgeBackup(environments, now)).toEqual({ verdict: "not-run", reason_code: "not_applicable", says });
  });
});
