import { z } from "zod";
import type { GitHub } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const user = z.looseObject({ id: z.number(), login: z.string(), type: z.string().nullish() });
const pullAnswer = z.looseObject({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  user: user.nullish(),
  head: z.looseObject({ sha: z.string() }),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
});
const reviewAnswer = z.looseObject({ state: z.string(), user: user.nullish(), commit_id: z.string().nullish() });
const permissionAnswer = z.looseObject({ permission: z.string() });
const membershipAnswer = z.looseObject({ state: z.string() });

/** A list that is longer is not judged: what counts may stand behind its end. */
const maxPages = 10;
const whole = <T>(list: readonly T[], what: string) =>
  list.length < maxPages * 100
    ? { ok: true as const, value: list }
    : { ok: false as const, status: 200, why: `there are ${list.length} ${what} or more, which are not all read` };

/** The pull requests of a commit, their reviews, and what the reviewers may do. */
export function codeReviewBy(api: Api): Pick<GitHub, "pullRequestsOf" | "reviewsOf" | "permissionOf" | "memberOfTeam"> {
  return {
    async pullRequestsOf(sha) {
      const answer = await api.list(pullAnswer, "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
        parameters: { commit_sha: sha },
        maxPages,
      });
      if (!answer.ok) return answer;
      const pulls = answer.value.map(
        ({ number, title, html_url: url, user: author, head, merged_at, merge_commit_sha }) => ({
          ...{ number, title, url },
          author: author?.login ?? "ghost",
          authorId: author?.id ?? 0,
          headSha: head.sha,
          mergedAs: merged_at == null ? null : (merge_commit_sha ?? null),
        }),
      );
      return whole(pulls, "pull requests");
    },
    async reviewsOf(pullRequest) {
      const answer = await api.list(reviewAnswer, "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
        parameters: { pull_number: pullRequest },
        maxPages,
      });
      if (!answer.ok) return answer;
      // Whose account is gone is nobody who approves.
      const reviews = answer.value.flatMap(({ state, user: by, commit_id }) =>
        by == null
          ? []
          : [{ state, login: by.login, userId: by.id, bot: by.type === "Bot", commit: commit_id ?? null }],
      );
      return whole(reviews, "reviews");
    },
    async permissionOf(login) {
      const answer = await api.ask(permissionAnswer, "GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
        username: login,
      });
      if (!answer.ok) return answer.status === 404 ? { ok: true, value: "none" } : answer;
      return { ok: true, value: answer.value.permission };
    },
    async memberOfTeam(team, login) {
      const [org = "", slug = ""] = team.split("/");
      const route = "GET /orgs/{org}/teams/{team_slug}/memberships/{username}";
      const answer = await api.ask(membershipAnswer, route, { org, team_slug: slug, username: login });
      if (!answer.ok) return answer.status === 404 ? { ok: true, value: false } : answer;
      return { ok: true, value: answer.value.state === "active" };
    },
  };
}
