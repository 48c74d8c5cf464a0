// A rollback that is asked to take the schema back, on a target in memory.
import { describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { SchemaReturn } from "../../src/domain/fleet/schema.ts";
import { manifestOf, releaseId, releaseVersionOf } from "../../src/domain/release/release.ts";
import { restoreFact } from "../../src/domain/rollback/procedures.ts";
import { stagePage } from "../../src/render/stage/page.ts";
import type { RollbackInputs } from "../../src/stages/rollback/inputs.ts";
import { rollback } from "../../src/stages/rollback.ts";
import type { SchemaWish } from "../../src/targets/target.ts";
import { release, sha } from "../render/story.ts";
import { schemaOf } from "../strategies/schema-of.ts";
import { Bent, first, second } from "../support/bent.ts";
import { jobFacts } from "../support/job.ts";
import { Records } from "../support/records.ts";
import { closedWorld } from "../support/world.ts";

/** `seen` is what the look at the schema says, where it is not that one version may go. */
async function rolledBack(bent: Bent, given: Partial<RollbackInputs> = {}, seen?: Judgement | SchemaReturn) {
  const records = new Records();
  records.tags[`v${releaseVersionOf(first)}`] = "c".repeat(40);
  Object.assign(bent.target, {
    schemaReturn: async (_: unknown, wish: SchemaWish) => seen ?? schemaOf(bent.model.facts(), wish),
  });
  const { environment: _, ...run } = await bent.open("rollback", {
    job: jobFacts({ sha }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
    github: records.github(),
  });
  const conclusion = await rollback(run, {
    ...{ environment: "production", confirm: "production", to: "previous", reason: "p1-bug", "reason-detail": "" },
    ...{ drill: false, "dry-run": false, lock: "wait" },
    ...{ migrations: "down", ...given },
  });
  return { conclusion, evidence: run.recorder.evidence, recorded: records.said };
}

const deployed = () => new Bent().deployed(first).deployed(second);

describe("a rollback with the schema", () => {
  test("moves traffic, stops the release that is left, and rolls the schema back last", async () => {
    const bent = deployed();
    const { conclusion, evidence } = await rolledBack(bent);
    expect(conclusion).toMatchObject({
      status: "passed",
      says:
        `production was rolled back from ${second} to ${first}, the last release verified before it. ` +
        "The schema was rolled back by 2.",
    });
    expect(bent.sent.filter((type) => ["shift", "activate", "stop", "revert"].includes(type))).toEqual([
      ...["shift", "activate", "stop", "revert"],
    ]);
    expect(evidence.results.find(({ id }) => id === "schema")).toMatchObject({
      verdict: "pass",
      says: `2 of ${second} can be rolled back, and 1 stays.`,
    });
  });

  test("shows the versions that would go in a dry run, and changes nothing", async () => {
    const bent = deployed();
    const { conclusion, evidence } = await rolledBack(bent, { "dry-run": true });
    expect(conclusion).toMatchObject({ status: "planned" });
    expect(evidence.plan).toContain(`Roll the schema back on web1 with the code of ${second}, by 2; 1 stays`);
    expect(bent.sent).toEqual([]);
  });

  test("that is refused touches nothing, and shows the commands of a restore as they are to be pasted", async () => {
    const bent = deployed();
    const swap = "name=shop\npsql 'shop'";
    const { conclusion, evidence } = await rolledBack(
      bent,
      {},
      {
        verdict: "fail",
        reason_code: "data_would_be_lost",
        says: "Migration 2 loses data.",
        remedy: "Set `allow-data-loss: true`.",
        facts: restoreFact([
          { title: "Swap the names", hosts: ["web1"], says: "Both or none.", blocks: [{ when: "Last", text: swap }] },
        ]),
      },
    );
    expect(conclusion).toMatchObject({
      ...{ status: "failed", decision: "stop", reason_code: "data_would_be_lost" },
      says: "Migration 2 loses data. Nothing was changed.",
    });
    expect(bent.sent).toEqual([]);
    expect(stagePage({ ...evidence, ...conclusion, remedy: "" }).join("\n\n")).toContain(
      "#### 1. Swap the names\n\nOn web1. Both or none.\n\n**Last:**\n\n```sh\nname=shop\npsql 'shop'\n```",
    );
    expect(bent.printed).toContain("Swap the names. On web1. Both or none.");
    expect(bent.printed).toContain("psql 'shop'");
  });

  test("to a release whose files were removed says which run built it", async () => {
    const bent = deployed();
    const gone = { ...release, digest: "0000000a".padEnd(64, "0") };
    bent.recorded.set(releaseId(gone), manifestOf(gone));
    const says = `${releaseId(gone)} is not kept on web1.`;
    const facts = { lacks: releaseId(gone) };
    const seen: Judgement = { verdict: "fail", reason_code: "release_not_kept", says, facts };
    const { conclusion } = await rolledBack(bent, {}, seen);
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "release_not_kept" });
    expect(conclusion.says).toMatch(
      / is not kept on web1\. Nothing was changed\. It is in artifact `[\w-]+` of run 7 /,
    );
    expect(bent.sent).toEqual([]);
  });

  test("that fails at the schema leaves traffic with the old release, and says what the schema is", async () => {
    const bent = deployed();
    const says = "web1: The functions `down` ended with code 1. The schema is at 2 now, with nothing rolled back.";
    bent.failing.set("revert", { verdict: "fail", reason_code: "revert_failed", says, remedy: "Fix it." });
    const { conclusion, recorded } = await rolledBack(bent);
    expect(recorded.at(-1)).toContain(`900 success Serves: ${first}. `);
    expect(conclusion).toEqual({
      ...{ status: "failed", decision: "complete", reason_code: "revert_failed", remedy: "Fix it." },
      says: `${says} Traffic is back: ${first} serves.`,
    });
    expect(bent.host).toMatchObject({ active: { release: first }, lease: null });
  });

  test.each<[string, Partial<RollbackInputs>, string]>([
    ["is a drill", { drill: true }, "Input `migrations` is `down`, and `drill` is true"],
    [
      "keeps the schema",
      { migrations: "keep", "allow-data-loss": true },
      "Input `allow-data-loss` is true, and the schema stays",
    ],
  ])("is no valid wish where it %s", async (_, inputs, says) => {
    const bent = deployed();
    const { conclusion } = await rolledBack(bent, inputs);
    expect(conclusion).toMatchObject({ reason_code: "invalid_input", says: expect.stringContaining(says) });
    expect(bent.sent).toEqual([]);
  });
});
