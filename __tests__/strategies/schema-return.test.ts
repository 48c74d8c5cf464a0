import { describe, expect, test } from "@jest/globals";
import type { DownEffect, SchemaLook, SchemaRecord } from "../../src/domain/fleet/schema.ts";
import { recordOf, schemaReturn } from "../../src/strategies/schema-return.ts";

const of = (...numbers: readonly number[]) => numbers.map((number) => `A.Repo/${number}`);
const between = { left: "2.0.0-b", to: "1.0.0-a" };
const record: SchemaRecord = { host: "web1", release: between.left, before: of(1, 2), after: of(1, 2, 3, 4) };

interface Given extends Partial<SchemaLook> {
  readonly record?: Partial<SchemaRecord>;
  /** What the release that serves then found when it was deployed. */
  readonly needed?: readonly string[];
  readonly allowDataLoss?: boolean;
}

function judge({ record: own, needed, allowDataLoss = false, ...seen }: Given) {
  const mine = { ...record, ...own };
  const records = needed === undefined ? [mine] : [mine, { ...record, release: between.to, after: needed }];
  const look: SchemaLook = { applied: of(1, 2, 3, 4), files: of(1, 2, 3, 4), effects: [], ...seen };
  return schemaReturn({ between, records, record: mine, look }, { allowDataLoss });
}

const effect = (kind: DownEffect["kind"], says: string): DownEffect => ({ version: "A.Repo/4", kind, says });

describe("a schema", () => {
  test("goes back by what the release brought, the newest first, and by nothing else", () => {
    expect(judge({})).toEqual({
      ...{ host: "web1", from: between.left, to: between.to, losses: [] },
      ...{ going: of(4, 3), staying: of(1, 2) },
    });
    // A try before ended midway.
    expect(judge({ applied: of(1, 2, 3) })).toMatchObject({ going: of(3) });
    expect(judge({ applied: of(1, 2) })).toMatchObject({ going: [] });
    expect(judge({ needed: of(1, 2) })).toMatchObject({ going: of(4, 3) });
  });

  test("of several repositories goes back in each, and none is taken for another's", () => {
    const look = { applied: [...of(1, 3), "B.Repo/3", "B.Repo/5"] };
    const own = { before: [...of(1), "B.Repo/3"], after: look.applied };
    expect(judge({ ...look, files: look.applied, record: own })).toMatchObject({
      going: ["B.Repo/5", "A.Repo/3"],
      staying: ["A.Repo/1", "B.Repo/3"],
    });
  });

  test("keeps old versions whose files were taken out of the code, since they are never touched", () => {
    expect(judge({ files: of(2, 3, 4) })).toMatchObject({ going: of(4, 3) });
  });

  test.each<[string, Given, string, string]>([
    [
      "a later release has migrated on top",
      { applied: of(1, 2, 3, 4, 5) },
      "migration_missing",
      "The code of 2.0.0-b has no file of 5, which the database has: " +
        "Ecto shows `** FILE NOT FOUND **` and rolls back only the others.",
    ],
    [
      "an applied version between has no file",
      { applied: of(1, 2, 3, 4), files: of(1, 3, 4) },
      "migration_missing",
      "The code of 2.0.0-b has no file of 2,",
    ],
    [
      "a version was applied later, by hand",
      { applied: of(1, 2, 3, 4, 5), files: of(1, 2, 3, 4, 5) },
      "migration_out_of_order",
      "5 was applied after 2.0.0-b had migrated the schema.",
    ],
    [
      "one that goes is older than one that stays",
      { record: { before: of(1, 3), after: of(1, 2, 3, 4) } },
      "migration_out_of_order",
      "2 of 2.0.0-b is older than a version that stays",
    ],
    [
      "the database lacks what was recorded",
      { applied: of(1, 3, 4) },
      "migration_out_of_order",
      "The database no longer has 2, which it had before 2.0.0-b migrated it.",
    ],
    [
      "the release that serves then needs it",
      { needed: of(1, 2, 3) },
      "migration_out_of_order",
      "1.0.0-a was deployed on a schema that had 3, so it needs it.",
    ],
    [
      "one is irreversible",
      { effects: [effect("irreversible", "line 3: it raises")], allowDataLoss: true },
      "migration_irreversible",
      "Migration 4 cannot be rolled back (line 3: it raises).",
    ],
    [
      "data is lost",
      { effects: [effect("unread", "line 1: x()"), effect("data", "line 3: drops table a, which has rows")] },
      "data_would_be_lost",
      "Migration 4 loses data when it is rolled back (line 3: drops table a, which has rows, and 1 more).",
    ],
    [
      "what it does could not be read",
      { effects: [effect("unread", "line 2: Oban.Migration.down()")] },
      "data_would_be_lost",
      "Migration 4 may lose data when it is rolled back: what it does could not be read (line 2: " +
        "Oban.Migration.down()).",
    ],
  ])("stays where %s", (_, given, refused, says) => {
    expect(judge(given)).toMatchObject({ refused, says: expect.stringContaining(says) });
    expect(judge(given)).toMatchObject({
      remedy: expect.stringContaining("With `migrations: keep` traffic goes back"),
    });
  });

  test("may lose what that was allowed for, and says what", () => {
    expect(
      judge({ effects: [effect("data", "line 3: drops table a, which has rows")], allowDataLoss: true }),
    ).toMatchObject({
      losses: ["4, line 3: drops table a, which has rows"],
    });
  });

  test("is known by the host that saw it first, or by none", () => {
    const late = { ...record, host: "web2", before: of(1, 2, 3) };
    expect(recordOf(between, [late, record])).toBe(record);
    expect(recordOf(between, [{ ...record, release: between.to }])).toMatchObject({
      refused: "schema_unknown",
      says: "No host recorded which versions the schema had before 2.0.0-b migrated it.",
    });
  });
});
