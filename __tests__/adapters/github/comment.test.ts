import { describe, expect, test } from "@jest/globals";
import type { Instead } from "../../acceptance/github/state.ts";
import { actionsBot, alice, bob, type Person } from "../../acceptance/github/state.ts";
import { withServer } from "./open.ts";

const github = withServer();

const marker = "<!-- phoenix-deploy:report:v1 key=deploy/staging -->";
const write = (body: string) => github.open().stickyComment({ pullRequest: 3, marker, body });
const there = (...list: readonly (readonly [Person, string])[]) => {
  for (const [index, [user, body]] of list.entries())
    github.server.state.comments.push({ id: index + 1, issue: 3, user, body });
};
const bodies = () => github.server.state.comments.map(({ body }) => body);
const writes = () => github.server.requests.filter((one) => /^(POST|PATCH) \/repos/.test(one));

describe("the comment of a marker", () => {
  test("is created once and updated in place from then on", async () => {
    expect(await write("first")).toEqual({
      ok: true,
      value: { created: true, url: "https://github.com/acme/shop/pull/3#issuecomment-1" },
    });
    expect(await write("second")).toMatchObject({
      ok: true,
      value: { created: false, url: expect.stringContaining("issuecomment-1") },
    });
    expect(bodies()).toEqual([`${marker}\nsecond`]);
  });

  test("is found behind more than a hundred others", async () => {
    const chatter = Array.from(
      { length: 250 },
      (_, index) => [index % 2 === 0 ? alice : actionsBot, `comment ${index}`] as const,
    );
    there(...chatter, [actionsBot, `${marker}\nold`], ...chatter);
    expect(await write("new")).toMatchObject({ ok: true, value: { created: false } });
    expect(bodies()[250]).toBe(`${marker}\nnew`);
    expect(github.server.state.comments).toHaveLength(501);
  });

  test("is the newest of several", async () => {
    there([actionsBot, `${marker}\none`], [actionsBot, `${marker}\ntwo`], [actionsBot, "three"]);
    await write("new");
    expect(bodies()).toEqual([`${marker}\none`, `${marker}\nnew`, "three"]);
  });

  test("is not one that somebody else wrote, be it a person or another bot", async () => {
    const others: readonly Person[] = [bob, { id: 1, login: "github-actions" }, { id: 2, login: "renovate[bot]" }];
    there(...others.map((user) => [user, `${marker}\nforeign`] as const));
    expect(await write("ours")).toMatchObject({ ok: true, value: { created: true } });
    expect(bodies()).toEqual([...others.map(() => `${marker}\nforeign`), `${marker}\nours`]);
  });

  test.each([
    ["quotes the marker further below", `> ${marker}\nsee above`],
    ["has the marker of another environment", "<!-- phoenix-deploy:report:v1 key=deploy/production -->\nx"],
    ["is empty", ""],
  ])("is not one of ours that %s", async (_title, body) => {
    there([actionsBot, body]);
    expect(await write("ours")).toMatchObject({ ok: true, value: { created: true } });
    expect(bodies()[0]).toBe(body);
  });

  test("belongs to whoever the token is, such as an app of the team's own", async () => {
    github.server.state.viewer = { id: 9, login: "shop-deployer[bot]" };
    there([actionsBot, `${marker}\ntheirs`], [github.server.state.viewer, `${marker}\nours`]);
    await write("new");
    expect(bodies()).toEqual([`${marker}\ntheirs`, `${marker}\nnew`]);
  });

  test("is found when GraphQL names the bot without the suffix of its kind", async () => {
    there([bob, `${marker}\nforeign`], [actionsBot, `${marker}\nours`]);
    github.server.state.viewer = { id: actionsBot.id, login: "github-actions" };
    await write("new");
    expect(bodies()).toEqual([`${marker}\nforeign`, `${marker}\nnew`]);
  });

  test.each(["", "::set-output name=a::b\n`$(id)` {owner} \u0000 \u{1f525}", "<!-- x -->", "x".repeat(65_000)])(
    "carries any text as it is: %#",
    async (body) => {
      await write(body);
      expect(bodies()).toEqual([`${marker}\n${body}`]);
    },
  );
});

describe("a comment that cannot be written is an answer", () => {
  test("on the read-only token of a fork's pull request", async () => {
    github.server.state.permissions["pull-requests"] = "read";
    expect(await write("x")).toEqual({ ok: false, status: 403, why: "Resource not accessible by integration" });
  });

  test("when the text is too long", async () => {
    expect(await write("x".repeat(70_000))).toMatchObject({
      ok: false,
      status: 422,
      why: expect.stringContaining("body is too long"),
    });
    expect(writes()).toHaveLength(1);
  });

  test("when it was deleted in between", async () => {
    there([actionsBot, `${marker}\nold`]);
    github.server.state.instead = ({ method }) =>
      method === "PATCH" ? { status: 404, body: { message: "Not Found" } } : null;
    expect(await write("x")).toMatchObject({ ok: false, status: 404 });
  });

  test.each<[string, RegExp, Instead]>([
    ["there is no such pull request", /comments$/, { status: 404, body: { message: "Not Found" } }],
    ["the comments cannot be listed", /comments$/, { status: 500, body: { message: "x" } }],
    ["the list is broken", /comments$/, { status: 200, text: "[{" }],
    ["nobody says who we are", /graphql$/, { status: 200, body: { data: null, errors: [{ message: "no" }] } }],
    [
      "a secondary rate limit is met",
      /comments$/,
      { status: 403, body: { message: "secondary" }, headers: { "retry-after": "60" } },
    ],
  ])("and nothing is written, when %s", async (_title, path, instead) => {
    github.server.state.instead = (request) => (path.test(request.path) ? instead : null);
    const answer = await write("x");
    expect(answer.ok).toBe(false);
    expect(writes()).toEqual([]);
  });
});
