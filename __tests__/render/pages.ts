// Every page that a reviewer sees.

import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import { renderRollbackProcedures } from "../../src/render/documents/rollback-procedures.ts";
import { renderCheckRun } from "../../src/render/findings/check-run.ts";
import { renderHtml } from "../../src/render/report/html.ts";
import { renderReport } from "../../src/render/report/report.ts";
import { renderComment } from "../../src/render/stage/comment.ts";
import { renderFaults } from "../../src/render/stage/faults.ts";
import { renderSummary } from "../../src/render/stage/summary.ts";
import { brief, unknown } from "./brief/briefs.ts";
import { goldens } from "./goldens.ts";
import { blocked, firstContact, noElixir, validateFailed } from "./stopped.ts";
import { promote, rollback, smoke, staging, takenBack, validate, watched } from "./story.ts";

/** A page as GitHub shows it; a report also as our own page. */
export interface Page {
  readonly name: string;
  readonly markdown: string;
  readonly html?: string;
}

const stagesOf: Readonly<Record<string, Evidence>> = {
  "validate-passed": validate,
  "validate-failed": validateFailed,
  "validate-no-elixir": noElixir,
  "validate-first-contact": firstContact,
  "deploy-staging": staging,
  "smoke-test": smoke,
  "promote-passed": promote,
  "promote-rolled-back": takenBack,
  "promote-watched": { ...takenBack, watch: watched },
  "promote-blocked": blocked,
  rollback,
  "promotion-brief": { ...smoke, brief },
  "promotion-brief-unknown": { ...smoke, brief: unknown },
};

/** All of them, by name. */
export const pages: readonly Page[] = [
  ...Object.entries(stagesOf).map(([name, evidence]) => ({ name, markdown: renderSummary(evidence) })),
  ...goldens.map(({ name, report }) => ({
    ...{ name: `report-${name}`, markdown: renderReport(report), html: renderHtml(report) },
  })),
  { name: "comment", markdown: renderComment(validateFailed, { workflow: "CI" }).body },
  { name: "check-run", markdown: renderCheckRun(validateFailed).summary },
  {
    name: "faults",
    markdown: renderFaults("2 faults in the inputs and settings of validate. Nothing was run.", [
      {
        place: "Input `coverage-minimun`",
        says: "There is no such input.",
        remedy: "Did you mean `coverage-minimum`?",
      },
      {
        place: ".github/phoenix-deploy.yml:12:3 `environments.production.strategy.type`",
        says: "It is `bluegreen`.",
        remedy: "Did you mean `blue-green`?",
      },
    ]),
  },
  {
    name: "rollback-procedures",
    markdown: renderRollbackProcedures({
      ...{
        app: "shop",
        version: "1.1.0",
        sha: "a".repeat(40),
        criteria: {
          errorRate: 0.05,
          watchMs: 600_000,
          probesPerSecond: 10,
          latencyIncrease: 0.5,
          latencyMaxMs: null,
          inconclusive: "hold",
        },
      },
      environments: [
        {
          ...{ name: "production", migrate: "Shop.Release.migrate()", backup: "its provider" },
          ...{ url: "https://shop.example.com", lastKnown: null, assumed: "blue" },
          byHand: {
            facts: [["Hosts", "web1 (`ssh -t deploy@web1.example.com sh`)"]],
            parts: [
              {
                ...{ title: "See what serves", hosts: ["web1"], says: "The first line is the release that serves." },
                blocks: [{ when: "", text: "cat /opt/shop/state/active" }],
              },
            ],
          },
          plans: [
            {
              when: "As long as 1.0.0 is warm:",
              plan: {
                says: "Roll production back from 1.1.0-1a2b3c4d to 1.0.0-99999999, the previous verified release.",
                warnings: ["Requests fail for 1.4 s."],
                steps: [{ type: "acquire-lock", host: "web1", limitMs: 1, says: "Take the lock on web1" }],
              },
            },
          ],
        },
      ],
    }),
  },
];
