import { z } from "zod";
import type { GitHub } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const commitAnswer = z.looseObject({ sha: z.string() });
const comparison = z.looseObject({ status: z.string(), ahead_by: z.number() });

/**
 * Where the branch or tag of a run points now. The name of a tag leads to the commit, also where the tag is annotated.
 */
export function refStandingBy(api: Api): GitHub["refStanding"] {
  return async (ref, sha) => {
    const answer = await api.ask(commitAnswer, "GET /repos/{owner}/{repo}/commits/{ref}", {
      ref: ref.replace(/^refs\//, ""),
      per_page: 1,
    });
    // GitHub says 422 to a name that leads to no commit.
    if (!answer.ok && (answer.status === 404 || answer.status === 422))
      return { ok: true, value: { at: null, contains: false, ahead: 0 } };
    if (!answer.ok) return answer;
    const at = answer.value.sha;
    if (at === sha) return { ok: true, value: { at, contains: true, ahead: 0 } };
    const compared = await api.ask(comparison, "GET /repos/{owner}/{repo}/compare/{basehead}", {
      basehead: `${sha}...${at}`,
      per_page: 1,
    });
    // A commit that no branch has any more may be gone from the server.
    if (!compared.ok)
      return compared.status === 404 ? { ok: true, value: { at, contains: false, ahead: 0 } } : compared;
    const { status, ahead_by: ahead } = compared.value;
    return { ok: true, value: { at, contains: status === "ahead" || status === "identical", ahead } };
  };
}
