// The issue after a rollback: when it is opened, and what it says.
import { describe, expect, test } from "@jest/globals";
import { isRollbackIssue } from "../../src/domain/rollback/issue.ts";
import type { GitHub } from "../../src/ports/github.ts";
import { openRollbackIssue } from "../../src/stages/rollback/issue.ts";
import { rollback } from "../../src/stages/rollback.ts";
import { type Conclusion, stopped } from "../../src/stages/stage.ts";
import { release, sha } from "../render/story.ts";
import { Bent, first, second } from "../support/bent.ts";
import { jobFacts } from "../support/job.ts";
import { onRecord, Records } from "../support/records.ts";
import { closedWorld } from "../support/world.ts";

const older = "c".repeat(40);
const issue = "    issue: {labels: [incident, P1], assignees: [bob]}\n";

async function opened(stage: "promote" | "rollback", records: Records, more: Partial<GitHub> = {}, settings = issue) {
  const bent = new Bent().deployed(first).deployed(second);
  bent.settings = settings;
  const { environment, ...run } = await bent.open(stage, {
    job: jobFacts({ sha }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
    github: records.github(more),
  });
  return { run, environment, bent };
}

async function byHand(records: Records, { drill = false, ...more }: Partial<GitHub> & { drill?: boolean } = {}) {
  const { run, bent } = await opened("rollback", records, more);
  const detail = "Prices are <script>wrong</script> for @everyone";
  const inputs = {
    ...({ environment: "production", confirm: "production", to: "previous", reason: "p1-bug" } as const),
    drill,
    "reason-detail": detail,
    "dry-run": false,
    lock: "wait",
  } as const;
  return { conclusion: await rollback(run, inputs), evidence: run.recorder.evidence, bent };
}

function known(records: Records): Records {
  records.history.push(
    onRecord(62, sha, [["success", `Serves: ${second}. It runs.`]]),
    onRecord(61, older, [["success", `Serves: ${first}. It runs.`]]),
  );
  return records;
}

describe("a rollback by hand", () => {
  test("opens an issue with its reason, its timeline, what serves now, and the commits of the release", async () => {
    const records = known(new Records());
    expect((await byHand(records)).conclusion.status).toBe("passed");
    const [one] = records.issues;
    expect(one).toMatchObject({ labels: ["incident", "P1"], assignees: ["bob"] });
    expect(one?.title).toBe("production: 1.2.0 was rolled back");
    expect(isRollbackIssue(one?.marker ?? "")).toBe(true);
    expect(one?.marker).toContain(encodeURIComponent(second).replaceAll("-", "%2D"));
    const body = one?.body ?? "";
    expect(body).toContain("1.1.0-00000001");
    expect(body).toMatch(/Reason \| <code>p1-bug<\/code> Prices are &#60;script&#62;/);
    expect(body).toMatch(/\| \d\d&#58;\d\d:\d\d \| Send all new requests to blue .* \| ✓ PASS/);
    expect(body).toContain("1 commit of 1 pull request came with");
    expect(body).toMatch(
      /\[&#35;\u200b7\]\(https:\/\/github\.com\/acme\/shop\/pull\/7\).*Faster cart.*mallory&#60;b&#62;/,
    );
    expect(body).toContain("[run 7, attempt 1](https://github.com/acme/shop/actions/runs/7)");
    expect(body).not.toMatch(/<script|[^&]@everyone/);
  });

  test("of which the commits are not known says so", async () => {
    const records = new Records();
    await byHand(records);
    expect(records.issues[0]?.body).toContain("The commit of 1.2.0-00000002 is not known");
  });

  test("that is a drill opens none, nor does one where the settings ask for none", async () => {
    const records = known(new Records());
    await byHand(records, { drill: true });
    const { run, environment } = await opened("rollback", records, {}, "");
    await openRollbackIssue(run, environment, { conclusion: taken, why: { reason: "p1-bug", detail: "" } });
    expect(records.issues).toEqual([]);
  });

  test("keeps its verdict where the issue is refused, and names the permission", async () => {
    const refused = async () => ({ ok: false as const, status: 403, why: "Resource not accessible by integration" });
    const { conclusion, evidence } = await byHand(known(new Records()), { markedIssue: refused });
    expect(conclusion.status).toBe("passed");
    expect(evidence.warnings.at(-1)).toBe(
      "The issue about the rollback of production was not opened (403: Resource not accessible by integration). " +
        "Give the job `issues: write`, or set `issue: off`.",
    );
  });
});

const cause = { reason_code: "errors_exceeded", says: "9 of 100 requests failed.", remedy: "Fix it." } as const;
const taken: Conclusion = { ...stopped(cause, `${first} serves.`), decision: "taken-back" };

describe("a rollback that moved traffic opens one although it failed: every host went back, and", () => {
  const says = "9 of 10 requests failed.";
  test.each<[string, Conclusion]>([
    [
      "users still get bad answers",
      { ...stopped({ reason_code: "not_recovered", says }), decision: "rollback-failed" },
    ],
    ["the schema did not", { ...stopped({ reason_code: "revert_failed", says }), decision: "complete" }],
  ])("%s", async (_, conclusion) => {
    const records = known(new Records());
    const { run, environment } = await opened("rollback", records);
    await run.recorder.set({ from: second, to: first });
    await openRollbackIssue(run, environment, { conclusion, why: { reason: "p1-bug", detail: "" } });
    expect(records.issues[0]?.body).toContain("9 of 10 requests failed.");
    expect(records.issues[0]?.body).not.toContain("not on every host");
  });
});

test("a rollback that was refused because a host needs the schema opens none: nothing was left", async () => {
  const records = known(new Records());
  const { run, environment } = await opened("rollback", records);
  await run.recorder.set({ from: second, to: first });
  const conclusion = stopped({ reason_code: "schema_in_use", says: "web2 still has it on record." });
  await openRollbackIssue(run, environment, { conclusion, why: { reason: "p1-bug", detail: "" } });
  expect(records.issues).toEqual([]);
});

describe("a promotion", () => {
  async function ended(conclusion: Conclusion) {
    const records = known(new Records());
    const { run, environment } = await opened("promote", records);
    await run.recorder.set({ from: first, to: second, release });
    await openRollbackIssue(run, environment, { conclusion, why: null });
    return records.issues;
  }

  test("that rolled back by itself opens one with the reason code", async () => {
    const [one] = await ended(taken);
    expect(one?.body).toContain("9 of 100 requests failed.");
    expect(one?.body).toContain("Reason | <code>errors_exceeded</code>");
    expect(one?.body).toContain("promote, by itself");
    expect(one?.title).toBe("production: 1.2.0 was rolled back");
  });

  test("whose rollback failed opens one that says that not every host went back; another end opens none", async () => {
    const failed: Conclusion = {
      ...stopped({ ...cause, reason_code: "rollback_failed" }),
      decision: "rollback-failed",
    };
    expect((await ended(failed))[0]?.body).toContain("not on every host");
    expect(await ended(stopped(cause))).toEqual([]);
    expect(await ended({ status: "passed", decision: "complete", reason_code: "promoted", says: "" })).toEqual([]);
  });
});
