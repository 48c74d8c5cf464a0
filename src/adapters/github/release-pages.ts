import { z } from "zod";
import type { GitHubAnswer } from "../../ports/github.ts";
import type { ReleasePage, ReleasePages } from "../../ports/release-pages.ts";
import type { Api } from "./api.ts";

const pageForm = z
  .looseObject({
    id: z.number(),
    html_url: z.string(),
    tag_name: z.string(),
    body: z.string().nullish(),
    draft: z.boolean(),
    immutable: z.boolean().nullish(),
    upload_url: z.string(),
    assets: z.array(z.looseObject({ id: z.number(), name: z.string(), state: z.string() })),
  })
  .transform(
    (one): ReleasePage => ({
      ...{ id: one.id, url: one.html_url, tag: one.tag_name, body: one.body ?? "", draft: one.draft },
      ...{ immutable: one.immutable ?? false, uploadUrl: one.upload_url },
      files: one.assets.map(({ id, name, state }) => ({ id, name, whole: state === "uploaded" })),
    }),
  );
const tagForm = z.looseObject({ tag_name: z.string() });

/** Lists of a hundred that are looked through, the newest first. */
const maxPages = 3;

const releases = "/repos/{owner}/{repo}/releases";

export function releasePagesBy(api: Api): ReleasePages {
  return {
    async releasePage(tag) {
      const published = orNull(await api.ask(pageForm, `GET ${releases}/tags/{tag}`, { tag }));
      if (!published.ok || published.value !== null) return published;
      // A draft has no tag by which it could be asked for.
      const listed = await api.list(pageForm, `GET ${releases}`, { parameters: {}, maxPages });
      return listed.ok ? { ok: true, value: listed.value.find((one) => one.tag === tag && one.draft) ?? null } : listed;
    },
    async latestTag() {
      const latest = orNull(await api.ask(tagForm, `GET ${releases}/latest`));
      return latest.ok ? { ok: true, value: latest.value?.tag_name ?? null } : latest;
    },
    draftPage: ({ tag, sha, title, body, prerelease }) =>
      api.ask(pageForm, `POST ${releases}`, {
        ...{ tag_name: tag, target_commitish: sha, name: title, body, prerelease, draft: true },
      }),
    async attachFile(page, { name, type, text }) {
      const cut = page.files.find((one) => one.name === name && !one.whole);
      if (cut !== undefined) {
        const removed = await api.ask(z.unknown(), `DELETE ${releases}/assets/{asset_id}`, { asset_id: cut.id });
        if (!removed.ok && removed.status !== 404) return removed;
      }
      // fetch sends the length itself. With one of ours there are two, which Node 24 refuses.
      return api.ask(z.unknown(), `POST ${page.uploadUrl}`, { name, data: text, headers: { "content-type": type } });
    },
    publishPage: ({ id, sha, prerelease, latest }) =>
      api.ask(pageForm, `PATCH ${releases}/{release_id}`, {
        ...{ release_id: id, target_commitish: sha, draft: false, prerelease, make_latest: latest },
      }),
    newestPages: () => api.list(pageForm, `GET ${releases}`, { parameters: {}, maxPages }),
    writePage: ({ id }, body) => api.ask(z.unknown(), `PATCH ${releases}/{release_id}`, { release_id: id, body }),
  };
}

/** What is not there is null. */
function orNull<T>(answer: GitHubAnswer<T>): GitHubAnswer<T | null> {
  return !answer.ok && answer.status === 404 ? { ok: true, value: null } : answer;
}
