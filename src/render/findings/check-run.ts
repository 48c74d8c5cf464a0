import type { Evidence } from "../../domain/evidence/evidence.ts";
import { withFirstContact } from "../stage/first-contact.ts";
import { briefStagePage } from "../stage/page.ts";
import { cutTo } from "../text/markdown.ts";
import { visible } from "../text/visible.ts";
import { shortened } from "../text/wording.ts";
import { type Annotation, annotationsIn } from "./annotations.ts";

/** GitHub refuses a summary over 65,535 characters. */
const maxBytes = 60_000;
/** Annotations go fifty to a request, and a repository has a thousand requests an hour for all its jobs. */
const maxAnnotations = 1_000;
const maxMessage = 4_000;

/** A stage as a check run shows it. */
export interface CheckRunPage {
  readonly name: string;
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

const conclusions: Readonly<Record<Evidence["status"], CheckRunPage["conclusion"]>> = {
  passed: "success",
  failed: "failure",
  running: "failure",
  cancelled: "neutral",
  planned: "neutral",
};

/**
 * A stage as a check run: its report, and an annotation for every finding that has a place. A run that was cut, or only
 * planned, judged nothing. `application` is empty where the repository has one: a branch's rules require a check run by
 * its name, so that two must not share it.
 */
export function renderCheckRun(evidence: Evidence, application = ""): CheckRunPage {
  const { stage, environment, status, says } = evidence;
  const placed = annotationsIn(evidence).filter(({ finding }) => finding.file !== undefined);
  const left = placed.length - maxAnnotations;
  const page = withFirstContact(briefStagePage(evidence), evidence.results);
  const parts = [...page, ...(left > 0 ? [`${left} more findings are not annotated.`] : [])];
  const of = [environment ?? "", application].filter((one) => one !== "").map((one) => shortened(visible(one), 100));
  return {
    name: `phoenix-deploy ${stage}${of.length === 0 ? "" : ` (${of.join(", ")})`}`,
    conclusion: conclusions[status],
    title: shortened(visible(says).replaceAll("\n", " "), 250),
    summary: cutTo(parts.join("\n\n"), maxBytes, "The rest is in the summary of the run."),
    annotations: placed.slice(0, maxAnnotations).map(({ finding, title }) => ({
      finding: { ...finding, message: shortened(finding.message, maxMessage) },
      title,
    })),
  };
}
