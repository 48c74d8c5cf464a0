// The forms in which GitHub's REST API gives commits, pull requests and their reviews.
import { person, repository, repositoryBody } from "./bodies.ts";
import type { PullRequest } from "./state.ts";

const at = "2026-11-24T09:00:00Z";
const web = `https://github.com/${repository}`;
const api = `https://api.github.com/repos/${repository}`;

/** A commit, without the files that nobody reads here. */
export function commit(sha: string, message = "x") {
  const author = { name: "Alice", email: "alice@example.com", date: at };
  const url = `${api}/commits/${sha}`;
  return {
    ...{ url, sha, node_id: `C_${sha}`, html_url: `${web}/commit/${sha}`, comments_url: `${url}/comments` },
    commit: {
      ...{ url, author, committer: author, message, comment_count: 0 },
      tree: { sha, url: `${api}/git/trees/${sha}` },
    },
    ...{ author: null, committer: null, parents: [] },
  };
}

interface Ahead {
  /** How many commits `head` has beyond `base`; null where they went apart. */
  readonly ahead: number | null;
  /** Those that `head` has beyond `base`, the oldest first. */
  readonly commits?: readonly ReturnType<typeof commit>[];
}

/** What lies between two commits. */
export function comparison(base: string, head: string, { ahead, commits = [] }: Ahead) {
  const url = `${api}/compare/${base}...${head}`;
  const status = ahead === null ? "diverged" : ahead > 0 ? "ahead" : ahead === 0 ? "identical" : "behind";
  return {
    ...{ url, html_url: url, permalink_url: url, diff_url: `${url}.diff`, patch_url: `${url}.patch` },
    ...{ base_commit: commit(base), merge_base_commit: commit(base), status, ahead_by: Math.max(0, ahead ?? 1) },
    ...{ behind_by: ahead === null ? 1 : Math.max(0, -ahead), total_commits: Math.max(0, ahead ?? 1), commits },
  };
}

export function permission(role: string) {
  return { permission: role, role_name: role, user: null };
}

export function pullRequest({ number, title = "x", author, head, mergedAs }: PullRequest) {
  const url = `${api}/pulls/${number}`;
  const page = `${web}/pull/${number}`;
  const link = { href: url };
  const end = (sha: string, ref: string) => ({
    ...{ label: `acme:${ref}`, ref, sha, user: person(author), repo: wholeRepository() },
  });
  return {
    ...{ url, id: number, node_id: `PR_${number}`, html_url: page, diff_url: page, patch_url: page, issue_url: page },
    ...{ commits_url: url, review_comments_url: url, review_comment_url: url, comments_url: url, statuses_url: url },
    ...{ number, state: mergedAs === null ? "open" : "closed", locked: false, title, user: person(author) },
    ...{ body: null, labels: [], milestone: null, created_at: at, updated_at: at, closed_at: null },
    ...{ merged_at: mergedAs === null ? null : at, merge_commit_sha: mergedAs, assignee: null, auto_merge: null },
    ...{ head: end(head, "change"), base: end("0".repeat(40), "main"), author_association: "MEMBER" },
    _links: {
      ...{ comments: link, commits: link, statuses: link, html: link, issue: link },
      ...{ review_comments: link, review_comment: link, self: link },
    },
  };
}

/** The repository as a pull request has it: with the members that a run leaves out. */
function wholeRepository() {
  const counts = { forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0, size: 1, stargazers_count: 0 };
  return {
    ...repositoryBody(),
    ...{ clone_url: web, git_url: "git://github.com/acme/shop.git", ssh_url: "git@github.com:acme/shop.git" },
    ...{ svn_url: web, mirror_url: null, homepage: null, language: "Elixir", license: null, default_branch: "main" },
    ...{ has_downloads: true, has_issues: true, has_projects: false, has_wiki: false, has_pages: false },
    ...{ archived: false, disabled: false, ...counts, watchers: 0, watchers_count: 0 },
    ...{ pushed_at: at, created_at: at, updated_at: at },
  };
}

export function reviews({ number, reviews: given }: PullRequest) {
  const url = `${api}/pulls/${number}`;
  return given.map(({ user, state, commit: commit_id }, index) => ({
    ...{ id: index + 1, node_id: `PRR_${index}`, user: person(user), body: "", state, html_url: url },
    ...{ pull_request_url: url, _links: { html: { href: url }, pull_request: { href: url } } },
    ...{ submitted_at: at, commit_id, author_association: "MEMBER" },
  }));
}
