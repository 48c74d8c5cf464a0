import { z } from "zod";
import type { GitHub, GitHubAnswer } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const viewerData = z.looseObject({ viewer: z.looseObject({ login: z.string() }) });
const commentForm = z.looseObject({
  id: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.looseObject({ login: z.string(), type: z.string().nullish() }).nullish(),
});
const written = z.looseObject({ html_url: z.string() });

/** GitHub closes a conversation at 2,500 comments. */
const maxPages = 30;

/**
 * One comment for each marker. Whoever may comment can write our marker: only a comment that we wrote ourselves is ours
 * to change. REST does not say to a workflow's token who it is; GraphQL does. Comments come in the order of their ids,
 * so the newest is the last.
 */
export function stickyCommentBy(api: Api): GitHub["stickyComment"] {
  let known: Promise<GitHubAnswer<z.infer<typeof viewerData>>> | undefined;
  /** Asked once: whoever comments on all of a release is the same each time. */
  async function viewerOf() {
    known ??= api.query(viewerData, "{ viewer { login } }");
    const answer = await known;
    if (!answer.ok) known = undefined;
    return answer;
  }
  return async ({ pullRequest, marker, body, updateOnly = false }) => {
    const route = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
    const [viewer, comments] = await Promise.all([
      viewerOf(),
      api.list(commentForm, `GET ${route}`, { parameters: { issue_number: pullRequest }, maxPages }),
    ]);
    if (!viewer.ok) return viewer;
    if (!comments.ok) return comments;
    const { login } = viewer.value.viewer;
    // The two APIs write a bot's name with and without its suffix.
    const isOurs = (user: z.infer<typeof commentForm>["user"]) =>
      user?.login === login || (user?.type === "Bot" && user.login === `${login}[bot]`);
    const own = comments.value.findLast((one) => isOurs(one.user) && (one.body ?? "").startsWith(marker));
    if (own === undefined && updateOnly) return { ok: true, value: { created: false, url: null } };
    const text = `${marker}\n${body}`;
    if (own?.body === text) return { ok: true, value: { created: false, url: own.html_url } };
    const answer =
      own === undefined
        ? await api.ask(written, `POST ${route}`, { issue_number: pullRequest, body: text })
        : await api.ask(written, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
            comment_id: own.id,
            body: text,
          });
    return answer.ok ? { ok: true, value: { created: own === undefined, url: answer.value.html_url } } : answer;
  };
}
