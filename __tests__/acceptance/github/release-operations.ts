// Releases on loopback: their pages, the files attached to them, and the tag that publishing makes.
import { person, repository } from "./bodies.ts";
import type { Operation } from "./rest.ts";
import type { Permission, Release, ReleaseFile, Said, State } from "./state.ts";

const at = "2026-11-24T10:00:00Z";
const web = `https://github.com/${repository}`;
const api = `https://api.github.com/repos/${repository}`;
const missing: Said = {
  status: 404,
  body: { message: "Not Found", documentation_url: "https://docs.github.com/rest" },
};
const invalid = (code: string, field: string): Said => ({
  status: 422,
  body: {
    ...{ message: "Validation Failed", errors: [{ resource: "Release", code, field }] },
    documentation_url: "https://docs.github.com/rest",
  },
});

/** Where files are uploaded to: a host of its own, here a folder. */
export const uploads = "/uploads";

function fileBody(state: State, { id, name, text, state: known }: ReleaseFile) {
  return {
    ...{ url: `${api}/releases/assets/${id}`, id, node_id: `RA_${id}`, name, label: null, state: known },
    ...{ content_type: "text/plain", size: Buffer.byteLength(text), digest: null, download_count: 0 },
    ...{ created_at: at, updated_at: at, uploader: person(state.viewer) },
    browser_download_url: `${web}/releases/download/x/${name}`,
  };
}

function body(state: State, one: Release, origin: string) {
  const url = `${api}/releases/${one.id}`;
  const page = one.draft ? `untagged-${one.id}` : one.tag;
  return {
    ...{ url, id: one.id, node_id: `RE_${one.id}`, html_url: `${web}/releases/tag/${page}`, name: one.title },
    ...{ assets_url: `${url}/assets`, tarball_url: null, zipball_url: null, tag_name: one.tag },
    upload_url: `${origin}${uploads}/repos/${repository}/releases/${one.id}/assets{?name,label}`,
    ...{ target_commitish: one.sha, body: one.body, draft: one.draft, prerelease: one.prerelease },
    ...{ immutable: one.immutable ?? false, created_at: at, published_at: one.draft ? null : at },
    ...{ author: person(state.viewer), assets: one.files.map((file) => fileBody(state, file)) },
  };
}

const nextId = (list: readonly { readonly id: number }[]) => Math.max(0, ...list.map(({ id }) => id)) + 1;
const canWrite = ({ permissions }: State) => permissions.contents === "write";

export const releaseOperations: readonly Operation[] = [
  {
    route: /^GET \/releases\/tags\/([^/]+)$/,
    needs: ["contents", "read"],
    answer({ state, id, origin }) {
      const one = state.releases.find(({ tag, draft }) => tag === id && !draft);
      return one === undefined ? missing : { status: 200, body: body(state, one, origin) };
    },
  },
  {
    route: /^GET \/releases\/latest$/,
    needs: ["contents", "read"],
    answer({ state, origin }) {
      const one = state.releases.find(({ latest }) => latest);
      return one === undefined ? missing : { status: 200, body: body(state, one, origin) };
    },
  },
  {
    route: /^GET \/releases$/,
    needs: ["contents", "read"],
    // Drafts are shown to whom may write.
    answer: ({ state, origin }) => ({
      status: 200,
      body: state.releases.filter(({ draft }) => !draft || canWrite(state)).map((one) => body(state, one, origin)),
    }),
  },
  {
    route: /^POST \/releases$/,
    needs: ["contents", "write"],
    answer({ state, sent, origin }) {
      if (!sent.draft && state.releases.some(({ tag, draft }) => tag === sent.tag_name && !draft))
        return invalid("already_exists", "tag_name");
      const one: Release = {
        ...{ id: nextId(state.releases), tag: sent.tag_name, sha: sent.target_commitish, title: sent.name },
        ...{ body: sent.body, draft: sent.draft, prerelease: sent.prerelease, latest: false, files: [] },
      };
      state.releases.unshift(one);
      return { status: 201, body: body(state, one, origin) };
    },
  },
  {
    route: /^PATCH \/releases\/(\d+)$/,
    needs: ["contents", "write"],
    answer({ state, id, sent, origin }) {
      const one = state.releases.find((candidate) => String(candidate.id) === id);
      if (one === undefined) return missing;
      one.body = sent.body ?? one.body;
      const published = one.draft && sent.draft === false;
      one.draft = sent.draft ?? one.draft;
      one.prerelease = sent.prerelease ?? one.prerelease;
      one.sha = sent.target_commitish ?? one.sha;
      if (!one.draft) {
        state.refs[`tags/${one.tag}`] ??= one.sha;
        // What was published before stays what it is, unless it is asked for.
        const newest = (published || sent.make_latest !== undefined) && sent.make_latest !== "false";
        if (newest && !one.prerelease) for (const other of state.releases) other.latest = other === one;
      }
      return { status: 200, body: body(state, one, origin) };
    },
  },
  {
    route: /^POST \/uploads\/releases\/(\d+)\/assets$/,
    needs: ["contents", "write"],
    answer({ state, id, sent, query }) {
      const one = state.releases.find((candidate) => String(candidate.id) === id);
      const name = query.get("name") ?? "";
      if (one === undefined) return missing;
      if (one.immutable && !one.draft) return invalid("immutable", "release");
      if (one.files.some((file) => file.name === name)) return invalid("already_exists", "name");
      const file: ReleaseFile = {
        id: nextId(state.releases.flatMap(({ files }) => files)),
        name,
        text: sent,
        state: "uploaded",
      };
      one.files.push(file);
      return { status: 201, body: fileBody(state, file) };
    },
  },
  {
    route: /^DELETE \/releases\/assets\/(\d+)$/,
    needs: ["contents", "write"],
    answer({ state, id }) {
      for (const one of state.releases) {
        const index = one.files.findIndex((file) => String(file.id) === id);
        if (index < 0) continue;
        one.files.splice(index, 1);
        return { status: 204, body: undefined };
      }
      return missing;
    },
  },
];

/** What GraphQL says of pull requests, by number. */
export function pullRequests(state: State, may: (permission: Permission) => boolean) {
  return {
    pullRequest({ number }: { number: number }) {
      if (!may("pull-requests")) throw new Error("Resource not accessible by integration");
      const pull = state.pulls.find((one) => one.number === number);
      if (pull === undefined) throw new Error(`Could not resolve to a PullRequest with the number of ${number}.`);
      const nodes = (pull.closes ?? []).map((issue) => ({ number: issue, repository: { nameWithOwner: repository } }));
      return {
        ...{ number, merged: pull.mergedAs !== null },
        mergeCommit: pull.mergedAs === null ? null : { oid: pull.mergedAs },
        closingIssuesReferences: { nodes },
      };
    },
  };
}
