// The running release on the new schema: what a migration breaks for it stops the deployment before traffic moves.
import { describe, expect, test } from "@jest/globals";
import { Bent, first, second } from "../support/bent.ts";

/**
 * The first release serves, and answers its page as `page` says so many milliseconds after it is first asked on the new
 * schema.
 */
function served(page: (sinceMs: number) => number, before = 200): Bent {
  const bent = new Bent().deployed(first);
  let migrated = false;
  let askedAt: number | null = null;
  bent.before = ({ type }) => {
    if (type === "migrate") migrated = true;
    if (type === "start") bent.answers.length = 0;
  };
  bent.answers.push({
    matches: /^https:\/\/example\.com\/$/,
    status: () => {
      if (!migrated) return before;
      askedAt ??= bent.clock.ticks();
      return page(bent.clock.ticks() - askedAt);
    },
  });
  return bent;
}

const said = (results: readonly { readonly id: string; readonly says: string }[], id: string) =>
  results.find((one) => one.id === id)?.says;

describe("a migration", () => {
  test("that breaks the running release stops there: nothing is started, and no release is marked bad", async () => {
    const bent = served(() => 500);
    const { conclusion, evidence, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "old_release_broken" });
    expect(conclusion.says).toContain(`${first}, which serves, fails on the new schema and did not before: GET /:`);
    expect(conclusion.says).toContain(`${first} serves as before.`);
    expect(conclusion.remedy).toContain("run the job again");
    expect(bent.sent).not.toContain("start");
    expect(host).toMatchObject({ active: { release: first }, bad: [] });
    expect(evidence.results.at(-2)?.id).toBe("settle");
  });

  test("that is deployed over by a second run is not compared, and the report says so", async () => {
    const bent = served(() => 500);
    await bent.change("deploy");
    const { conclusion, evidence, host } = await bent.change("deploy");
    expect(conclusion.status).toBe("passed");
    expect(host.active?.release).toBe(second);
    expect(evidence.warnings.join("\n")).toContain(`1 of 1 smoke tests fail on ${first} before the migrations: GET /.`);
  });

  test("that breaks only some requests is found by the watch", async () => {
    const bent = served((sinceMs) => (sinceMs > 4_000 ? 500 : 200));
    const { conclusion } = await bent.change("deploy");
    expect(conclusion.reason_code).toBe("old_release_broken");
    expect(conclusion.says).toMatch(/\d+ of \d+ requests to 1\.1\.0-00000001 failed on the new schema/);
  });

  test("that breaks nothing is passed with the number of requests", async () => {
    const { conclusion, evidence } = await served(() => 200).change("deploy");
    expect(conclusion.status).toBe("passed");
    expect(said(evidence.results, "before-migrating")).toBe(`1 of 1 smoke tests pass on ${first}, which serves.`);
    expect(said(evidence.results, "settle")).toMatch(/^0 of 10\d requests to .* failed on the new schema, and its/);
  });

  test("that had nothing to do is not looked at", async () => {
    const bent = served(() => 500);
    const facts = { schema_changed: false };
    bent.failing.set("migrate", { verdict: "pass", reason_code: "passed", says: "It was up to date.", facts });
    const { conclusion, evidence } = await bent.change("deploy");
    expect(conclusion.status).toBe("passed");
    expect(said(evidence.results, "settle")).toBe(`The schema has not changed, so ${first} was not looked at again.`);
  });
});
