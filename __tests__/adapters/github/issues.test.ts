import { describe, expect, test } from "@jest/globals";
import { withServer } from "./open.ts";

const github = withServer();

describe("the newest issues", () => {
  test("come with their labels, the newest first, and pull requests are marked", async () => {
    github.server.state.issues.push(
      { number: 7, title: "Old", labels: ["P1"] },
      { number: 9, title: "Checkout fails <b>", labels: ["P1", "größe"] },
      { number: 8, title: "A change", labels: [], isPull: true },
    );
    expect(await github.open().newestIssues()).toEqual({
      ok: true,
      value: [
        {
          ...{ number: 9, title: "Checkout fails <b>", isPull: false, labels: ["P1", "größe"] },
          url: "https://github.com/acme/shop/issues/9",
        },
        { number: 8, title: "A change", isPull: true, labels: [], url: "https://github.com/acme/shop/pull/8" },
        { number: 7, title: "Old", isPull: false, labels: ["P1"], url: "https://github.com/acme/shop/issues/7" },
      ],
    });
  });

  test("are none in a new repository", async () => {
    expect(await github.open().newestIssues()).toEqual({ ok: true, value: [] });
  });

  test("that a token may not read, or that are of another form, are an answer", async () => {
    github.server.state.permissions.issues = "none";
    expect(await github.open().newestIssues()).toMatchObject({ ok: false, status: 403 });
    github.server.state.permissions.issues = "read";
    github.server.state.instead = () => ({ status: 200, body: [{ number: "1" }] });
    expect(await github.open().newestIssues()).toMatchObject({ ok: false, why: expect.stringContaining("known form") });
    github.server.state.instead = () => ({ status: 502, text: "<html>" });
    expect(await github.open().newestIssues()).toMatchObject({ ok: false, status: 502 });
  });
});
