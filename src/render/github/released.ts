import type { Deployment } from "../../domain/evidence/deployment.ts";
import type { ExitCriterion } from "../../domain/report/exit-gate.ts";
import { type Comment, maxCommentBytes, nameInComment } from "../stage/comment.ts";
import { signOf, toneOf } from "../stage/headline.ts";
import { bold, code, cutTo, link, plainText, sentence } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";

/** What is said in the conversations of what went out. */
export interface ReleasedFacts {
  readonly app: string;
  readonly version: string;
  readonly environment: string;
  readonly deployment: Deployment;
  readonly criteria: readonly ExitCriterion[];
  readonly sha: string;
  readonly at: string;
  readonly runUrl: string;
  /** The GitHub Release; null where none was published. */
  readonly pageUrl: string | null;
}

/** The short report, for a pull request that is in the release. One comment for each application and environment. */
export function renderReleasedPull(facts: ReleasedFacts): Comment {
  const { app, version, deployment, criteria, sha, at, runUrl } = facts;
  const when = `${at.slice(0, 16).replace("T", " ")} UTC`;
  const about = [
    `${plainText(shortened(app, 100))} ${plainText(shortened(version, 100))}`,
    code(sha.slice(0, 12)),
    when,
  ];
  const boxes = criteria.map(({ title, met, restsOn }) => {
    const why = met ? "" : `: ${sentence(shortened(restsOn, 300))}`;
    return `- [${met ? "x" : " "}] ${plainText(title)}${why}`;
  });
  const body = [
    `### ${outcome(facts)}`,
    `${about.join(", ")}. ${link("The whole report", runUrl)} is in the summary of the run.`,
    ...(deployment.status === "SUCCESS" ? [] : [sentence(shortened(deployment.says, 1_000))]),
    ...(boxes.length === 0 ? [] : [bold("Exit gate"), boxes.join("\n")]),
  ].join("\n\n");
  return { marker: marker(facts), body: cutTo(body, maxCommentBytes, "The rest is in the summary of the run.") };
}

/** One line, for an issue that a pull request of the release closed. */
export function renderReleasedIssue(facts: ReleasedFacts): Comment {
  return { marker: marker(facts), body: `${outcome(facts)}. ${link("Report", facts.runUrl)}` };
}

function outcome({ version, environment, deployment, pageUrl, runUrl }: ReleasedFacts): string {
  const name = link(`v${shortened(version, 100)}`, pageUrl ?? runUrl);
  const where = plainText(shortened(environment, 100));
  const sign = signOf(toneOf(deployment));
  if (deployment.status === "SUCCESS") return `${sign} Released in ${name} to ${where}`;
  return deployment.status === "ROLLED BACK"
    ? `${sign} ${name} was rolled back from ${where}`
    : `${sign} The deployment of ${name} to ${where}: ${deployment.status}`;
}

function marker({ app, environment }: ReleasedFacts): string {
  return `<!-- phoenix-deploy:released:v1 key=${[app, environment].map(nameInComment).join("/")} -->`;
}
