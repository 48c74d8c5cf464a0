import { z } from "zod";
import type { GitHubAnswer } from "../../ports/github.ts";
import type { Incidents, MarkedIssue, WrittenIssue } from "../../ports/incidents.ts";
import type { Api } from "./api.ts";

const viewerData = z.looseObject({ viewer: z.looseObject({ login: z.string() }) });
const issueForm = z.looseObject({
  number: z.number(),
  html_url: z.string(),
  state: z.string(),
  body: z.string().nullish(),
  user: z.looseObject({ login: z.string(), type: z.string().nullish() }).nullish(),
  pull_request: z.unknown().optional(),
});
const written = z.looseObject({ html_url: z.string() });
const comparison = z.looseObject({
  total_commits: z.number(),
  commits: z.array(
    z.looseObject({
      sha: z.string().regex(/^[0-9a-f]{40,64}$/),
      commit: z.looseObject({ message: z.string(), author: z.looseObject({ name: z.string().nullish() }).nullish() }),
      author: z.unknown().optional(),
    }),
  ),
});
const account = z.looseObject({ login: z.string() });
const commitForm = z.looseObject({ sha: z.string().regex(/^[0-9a-f]{40,64}$/) });

/** Issues that are looked through for the marker, the newest first: the search of GitHub finds a new one only later. */
const maxPages = 5;

const issues = "/repos/{owner}/{repo}/issues";

export function incidentsBy(api: Api): Incidents {
  return {
    async markedIssue(wanted) {
      const found = await marked(api, wanted.marker);
      if (!found.ok) return found;
      return found.value === null ? open(api, wanted) : commentOn(api, wanted, found.value);
    },
    async comparedCommits(from, to) {
      const answer = await api.ask(comparison, "GET /repos/{owner}/{repo}/compare/{basehead}", {
        basehead: `${from}...${to}`,
        per_page: 250,
      });
      if (!answer.ok) return answer;
      const { total_commits: total, commits } = answer.value;
      const list = commits.map(({ sha, commit, author }) => ({
        ...{ sha, subject: commit.message.split("\n")[0] ?? "" },
        author: account.safeParse(author).data?.login ?? commit.author?.name ?? "",
      }));
      return { ok: true, value: { total, commits: list.reverse() } };
    },
    async commitOfRef(ref) {
      const route = "GET /repos/{owner}/{repo}/commits/{ref}";
      const answer = await api.ask(commitForm, route, { ref, per_page: 1 });
      if (answer.ok) return { ok: true, value: answer.value.sha };
      // GitHub says 422 to a name that leads to no commit.
      return answer.status === 404 || answer.status === 422 ? { ok: true, value: null } : answer;
    },
  };
}

/** The newest issue that begins with the marker and that we wrote ourselves: anybody could write the marker. */
async function marked(api: Api, marker: string): Promise<GitHubAnswer<z.infer<typeof issueForm> | null>> {
  const parameters = { state: "all", sort: "created", direction: "desc" };
  const [viewer, listed] = await Promise.all([
    api.query(viewerData, "{ viewer { login } }"),
    api.list(issueForm, `GET ${issues}`, { parameters, maxPages }),
  ]);
  if (!viewer.ok) return viewer;
  if (!listed.ok) return listed;
  const { login } = viewer.value.viewer;
  // The two APIs write a bot's name with and without its suffix.
  const isOurs = (user: z.infer<typeof issueForm>["user"]) =>
    user?.login === login || (user?.type === "Bot" && user.login === `${login}[bot]`);
  const own = listed.value.find(
    (one) => one.pull_request === undefined && isOurs(one.user) && (one.body ?? "").startsWith(marker),
  );
  return { ok: true, value: own ?? null };
}

async function open(api: Api, wanted: MarkedIssue): Promise<GitHubAnswer<WrittenIssue>> {
  const { marker, title, body, labels, assignees } = wanted;
  const plain = { title, body: `${marker}\n${body}` };
  const full = await api.ask(issueForm, `POST ${issues}`, { ...plain, labels, assignees });
  // An assignee who may not be assigned, or a label that cannot be made, must not cost the issue.
  const again = !full.ok && full.status === 422 && labels.length + assignees.length > 0;
  const answer = again ? await api.ask(issueForm, `POST ${issues}`, plain) : full;
  if (!answer.ok) return answer;
  const { number, html_url: url } = answer.value;
  return { ok: true, value: { number, url, created: true, without: again && !full.ok ? full.why : "" } };
}

async function commentOn(
  api: Api,
  { marker, body }: MarkedIssue,
  { number, html_url: url, state }: z.infer<typeof issueForm>,
): Promise<GitHubAnswer<WrittenIssue>> {
  const text = { issue_number: number, body: `${marker}\n${body}` };
  const said = await api.ask(written, `POST ${issues}/{issue_number}/comments`, text);
  if (!said.ok) return said;
  if (state !== "open") {
    const opened = await api.ask(issueForm, `PATCH ${issues}/{issue_number}`, { issue_number: number, state: "open" });
    if (!opened.ok) return opened;
  }
  return { ok: true, value: { number, url, created: false, without: "" } };
}
