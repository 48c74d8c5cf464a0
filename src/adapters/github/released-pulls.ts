import { z } from "zod";
import type { GitHubAnswer } from "../../ports/github.ts";
import type { ReleasedPull, ReleasedPulls } from "../../ports/released-pulls.ts";
import type { Api } from "./api.ts";

const pullForm = z.looseObject({
  number: z.number(),
  merged: z.boolean(),
  mergeCommit: z.looseObject({ oid: z.string() }).nullish(),
  closingIssuesReferences: z
    .looseObject({
      nodes: z.array(
        z.looseObject({ number: z.number(), repository: z.looseObject({ nameWithOwner: z.string() }) }).nullish(),
      ),
    })
    .nullish(),
});
const data = z.looseObject({ repository: z.record(z.string(), pullForm.nullish()) });

/** Issues of one pull request that are read. */
const maxIssues = 20;

/** `owner/name` of the repository, whose issues alone count. */
export function releasedPullsBy(api: Api, repository: string): ReleasedPulls {
  const [owner = "", repo = ""] = repository.split("/");

  async function ask(numbers: readonly number[]): Promise<GitHubAnswer<readonly ReleasedPull[]>> {
    const issues = `closingIssuesReferences(first: ${maxIssues}) { nodes { number repository { nameWithOwner } } }`;
    const pulls = numbers.map(
      (number) => `p${number}: pullRequest(number: ${number}) { number merged mergeCommit { oid } ${issues} }`,
    );
    const asked = `repository(owner: $owner, name: $repo) { ${pulls.join(" ")} }`;
    const query = `query ($owner: String!, $repo: String!) { ${asked} }`;
    const answer = await api.query(data, query, { owner, repo });
    if (!answer.ok) return answer;
    return {
      ok: true,
      value: Object.values(answer.value.repository).flatMap((one) => (one == null ? [] : [pull(one)])),
    };
  }

  function pull({
    number,
    merged,
    mergeCommit,
    closingIssuesReferences: closing,
  }: z.infer<typeof pullForm>): ReleasedPull {
    const nodes = closing?.nodes.flatMap((one) => one ?? []) ?? [];
    const own = nodes.filter(({ repository: of }) => of.nameWithOwner.toLowerCase() === repository.toLowerCase());
    return { number, mergedAs: merged ? (mergeCommit?.oid ?? null) : null, closes: own.map((one) => one.number) };
  }

  return {
    async releasedPulls(numbers) {
      if (numbers.length === 0) return { ok: true, value: [] };
      const all = await ask(numbers);
      // One number that is no pull request makes the whole answer an error.
      if (all.ok || !/could not resolve/i.test(all.why)) return all;
      const each = await Promise.all(numbers.map((number) => ask([number])));
      return { ok: true, value: each.flatMap((one) => (one.ok ? one.value : [])) };
    },
  };
}
