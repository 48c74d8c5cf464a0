import type { Candidate } from "../checks/candidate.ts";
import { type VersionFacts, versionSettings } from "../checks/version.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { versionOf } from "../domain/validation/project.ts";
import { errorText } from "../domain/values/error-text.ts";
import type { Repository } from "../ports/repository.ts";
import { baseVersion } from "./base-version.ts";

/**
 * What git and mix say of versions, or why they cannot. `base`: ask the base branch for its version too, which takes a
 * VM.
 */
export async function versionFacts(
  candidate: Omit<Candidate, "versions">,
  repository: Repository,
  { base }: { readonly base: boolean },
): Promise<VersionFacts | Judgement> {
  const { context, project, name, head, released } = candidate;
  const { job } = context;
  const { patterns, line } = versionSettings(candidate);
  if (released.from === "tag" && released.tag === null) return noTag(await repository.isShallow());
  // The branch that the release goes to; a tag does not say.
  const branch = job.pullRequest?.baseRef ?? (job.ref.startsWith("refs/heads/") ? job.refName : null);
  try {
    return {
      version: versionOf(project, name),
      // The names that tags and a CHANGELOG know the application by.
      rules: { names: [name, ...(project.app === null ? [] : [project.app])], patterns },
      maintenance:
        line === "maintenance" || (branch !== null && job.defaultBranch !== null && branch !== job.defaultBranch),
      head,
      tags: await repository.tags(),
      shallow: await repository.isShallow(),
      base: base && released.from === "mix" ? await baseVersion(context, repository, { name, head }) : null,
      file: context.path("mix.exs"),
    };
  } catch (error) {
    const says = `git could not list the versions: ${errorText(error)}`;
    return { verdict: "error", reason_code: "could_not_run", says, remedy: "Check that the checkout is complete." };
  }
}

/** Where versions come from tags, a commit without one releases none. */
function noTag(shallow: boolean): Judgement {
  if (shallow) {
    const says = "The version comes from the tag that is released, and the checkout is shallow: tags may be missing.";
    return { verdict: "error", reason_code: "not_judged", says, remedy: "Give actions/checkout `fetch-depth: 0`." };
  }
  const says = "No version tag points at this commit, so no version is released from it.";
  return {
    verdict: "not-run",
    reason_code: "not_applicable",
    says,
    remedy: "Tag the commit, such as `git tag v1.4.0`, and run again for that tag.",
  };
}
