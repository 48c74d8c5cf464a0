// What the GitHub Release of a version says once that version was rolled back, on the loopback GitHub.
import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import { pageMarker } from "../../src/domain/release/page.ts";
import { noteOfPage } from "../../src/domain/release/page-note.ts";
import { renderReleasePage } from "../../src/render/github/release-page.ts";
import { noteAgain, noteRollback } from "../../src/stages/report/page-note.ts";
import { rollback } from "../../src/stages/rollback.ts";
import type { Release as Page } from "../acceptance/github/state.ts";
import { withServer } from "../adapters/github/open.ts";
import { release, rollback as rolledBack, sha, takenBack } from "../render/story.ts";
import { Bent, first, second } from "../support/bent.ts";
import { jobFacts } from "../support/job.ts";
import { closedGitHub, closedWorld } from "../support/world.ts";

const github = withServer();
const text = "### Added\n\n- A basket\n\n---\n\n**Deployed**: production";
const digestOf = (id: string) => (id.split("-").at(-1) ?? "").repeat(8);

/** A page of a release, as the report publishes it. */
function pageOf(id: string, more: Partial<Page> = {}): Page {
  return {
    ...{ id: Number(digestOf(id).slice(0, 8)) + 1, tag: `v${id.split("-")[0]}`, sha, title: id, draft: false },
    ...{
      prerelease: false,
      latest: false,
      files: [],
      body: `${pageMarker({ digest: digestOf(id) }, "production")}\n\n${text}\n`,
    },
    ...more,
  };
}

const pages = () => github.server.state.releases;
const bodyOf = (id: string) => pages().find(({ title }) => title === id)?.body ?? "";
const writes = () => github.server.requests.filter((one) => one.startsWith("PATCH "));

beforeEach(() => {
  github.server.state.permissions.contents = "write";
  pages().push(pageOf(second, { latest: true }), pageOf(first));
});

async function opened() {
  const bent = new Bent().deployed(first).deployed(second);
  const { newestPages, writePage } = github.open();
  const { environment: _, ...run } = await bent.open("rollback", {
    job: jobFacts({ sha }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
    github: closedGitHub({ newestPages, writePage }),
  });
  return run;
}

async function byHand(drill = false) {
  const run = await opened();
  const conclusion = await rollback(run, {
    ...{ environment: "production", confirm: "", to: "previous", reason: "p1-bug", "dry-run": false, lock: "wait" },
    ...{ "reason-detail": "Prices are <b>wrong</b> for @everyone\n## no", drill },
  });
  return { conclusion, warnings: run.recorder.evidence.warnings };
}

const left: Evidence = {
  ...rolledBack,
  from: second,
  to: first,
  run_url: "https://github.com/acme/shop/actions/runs/9",
};

/** Notes the rollback of this evidence, as the report does. */
async function noted(by: Evidence) {
  const run = await opened();
  await noteRollback(run, by);
  return run.recorder.evidence.warnings;
}

describe("the GitHub Release of a release that was rolled back", () => {
  test("says so by hand: when, why and in which run, below its first line; the rest stays", async () => {
    const { conclusion } = await byHand();
    expect(conclusion.status).toBe("passed");
    const [marker = "", , kept = "", alert, note = "", , ...rest] = bodyOf(second).split("\n");
    expect(marker).toBe(pageMarker({ digest: digestOf(second) }, "production"));
    expect(kept).toMatch(/^<!-- phoenix-deploy:rolled-back:v1 [^\s>]+ -->$/);
    expect(alert).toBe("> [!WARNING]");
    expect(note.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, "TIME")).toBe(
      "> **Rolled back** from production, TIME UTC, [run](https://github.com/acme/shop/actions/runs/7). " +
        "Reason: <code>p1-bug</code>: Prices are &#60;b&#62;wrong&#60;/b&#62; for &#64;\u200beveryone ## no",
    );
    expect(rest.join("\n")).toBe(`${text}\n`);
    expect(bodyOf(first)).not.toContain("rolled-back");
    expect(pages().find(({ latest }) => latest)?.title).toBe(second);
  });

  test("is renewed and never doubled, also where a person edited the page on GitHub", async () => {
    await noted(left);
    const once = bodyOf(second);
    await noted(left);
    expect(writes()).toHaveLength(1);
    for (const page of pages()) page.body = page.body.replaceAll("\n", "\r\n");
    await noted({ ...left, reason_code: "not_recovered", started_at: "2026-11-25T10:00:00.000Z" });
    expect(bodyOf(second).match(/phoenix-deploy:rolled-back/g)).toHaveLength(1);
    expect(bodyOf(second).match(/Rolled back/g)).toHaveLength(1);
    expect(noteOfPage(bodyOf(second))?.at).toBe("2026-11-25T10:00:00.000Z");
    expect(once).toContain("[run](https://github.com/acme/shop/actions/runs/9)");
  });

  test("says that it was promoted again, and when it was rolled back; then that it was rolled back again", async () => {
    const run = await opened();
    await noted(left);
    const again = {
      at: "2026-11-25T10:00:00.000Z",
      run: "https://github.com/acme/shop/actions/runs/12",
      by: "promote",
    } as const;
    const page = async () => {
      const answer = await github.open().releasePage("v1.2.0");
      if (!answer.ok || answer.value === null) throw new Error("no page");
      return answer.value;
    };
    await noteAgain(run, await page(), again);
    await noteAgain(run, await page(), again);
    // An attempt of the run that deployed it before says nothing.
    await noteAgain(run, await page(), { ...again, at: "2026-11-01T10:00:00.000Z" });
    expect(writes()).toHaveLength(2);
    expect(bodyOf(second)).toContain(
      "> [!NOTE]\n> **Promoted again** to production, 2026-11-25 10:00 UTC, " +
        "[run](https://github.com/acme/shop/actions/runs/12). Before that it was rolled back from production, " +
        "2026-11-24 09:20 UTC, [run](https://github.com/acme/shop/actions/runs/9).",
    );
    await noted({ ...left, started_at: "2026-11-26T10:00:00.000Z" });
    expect(bodyOf(second)).not.toContain("Promoted again");
    expect(bodyOf(second).match(/\*\*Rolled back\*\*/g)).toHaveLength(1);
  });

  test("that a later rollback goes to serves again", async () => {
    await noted({ ...left, from: first, to: null });
    await noted({ ...left, started_at: "2026-11-26T10:00:00.000Z" });
    expect(bodyOf(first)).toContain("**Serves again** on production, 2026-11-26 10:00 UTC");
  });

  test("says so where promote rolled back by itself, with the reason code", async () => {
    await noted({ ...takenBack, from: first, to: second });
    expect(bodyOf(second)).toContain("Reason: <code>errors_exceeded</code>");
  });

  test("says where a host was not reached", async () => {
    await noted({ ...left, decision: "rollback-failed", reason_code: "partial_fleet" });
    expect(bodyOf(second)).toContain("from production, but not on every host, 2026");
  });

  test("is left alone by a drill, a dry run, and a rollback that was undone or whose end is not known", async () => {
    await byHand(true);
    await noted({ ...left, status: "planned", decision: "stop" });
    await noted({ ...left, status: "failed", decision: "taken-back" });
    await noted({ ...left, status: "failed", decision: "rollback-failed", reason_code: "rollback_failed" });
    expect(github.server.requests).toEqual([]);
  });

  test("is that of the environment in its text, where its marker is of an earlier version and names none", async () => {
    const page = (environment: string) => {
      const known = {
        release: { ...release, digest: digestOf(second) },
        environment,
        notes: "- A basket",
        repository: "r",
      };
      const { body } = renderReleasePage({ ...known, deployedAt: left.started_at, runUrl: left.run_url });
      pages().splice(0, 9, pageOf(second, { body: body.replace(/ environment=\S+/, "") }));
    };
    page("staging");
    await noted(left);
    expect(writes()).toEqual([]);
    page("eu_production-1");
    await noted({ ...left, environment: "eu_production-1" });
    expect(bodyOf(second)).toContain("**Rolled back** from ");
  });

  test("is not that of another environment, of another build, of a person or of a draft", async () => {
    pages().splice(0);
    const other = (body: string, more: Partial<Page> = {}) => pages().push(pageOf(second, { body, ...more }));
    other(`${pageMarker({ digest: digestOf(second) }, "staging")}\n`);
    other(`${pageMarker({ digest: "e".repeat(64) }, "production")}\n`);
    other("Written by Alice");
    other(`${pageMarker({ digest: digestOf(second) }, "production")}\n`, { draft: true });
    expect(await noted(left)).toEqual([]);
    expect(writes()).toEqual([]);
  });
});

describe("a page that cannot be renewed is a warning with the permission", () => {
  test("where the token may only read", async () => {
    github.server.state.permissions.contents = "read";
    const { conclusion, warnings } = await byHand();
    expect(conclusion.status).toBe("passed");
    expect(warnings.at(-1)).toBe(
      "The GitHub Release of v1.2.0 does not say that it was rolled back (403: Resource not accessible by " +
        "integration). Give the job `contents: write`.",
    );
  });

  test("where GitHub does not say what pages there are", async () => {
    github.server.state.instead = () => ({ status: 500, body: { message: "Server error" } });
    expect(await noted(left)).toEqual([
      `The GitHub Release of ${second}, if it has one, does not say that it was rolled back (500: Server error).`,
    ]);
  });
});
