import { describe, expect, test } from "@jest/globals";
import { readHeaders, withHeaders } from "../../../src/signals/metrics/headers.ts";

describe("the headers of a variable", () => {
  test.each([
    ["Authorization: Basic cGVvcGxlOm9ubHk=", { authorization: "Basic cGVvcGxlOm9ubHk=" }],
    ["X-One: 1\r\n\n  X-Two:2  \n", { "x-one": "1", "x-two": "2" }],
    ["X-Colons: a:b: c", { "x-colons": "a:b: c" }],
  ])("are one on each line: %j", (text, headers) => {
    expect(readHeaders(text)).toEqual(headers);
  });

  test.each([
    ["", "it holds no header"],
    ["Basic cGVvcGxlOm9ubHk=", "line 1 is not `Name: value`"],
    ["X-One: 1\nX Two: hush", "line 2 is not `Name: value`"],
    ["X-One:", "line 1 is not `Name: value`"],
    ["X-One: sécret", "line 1 is not `Name: value`"],
    [": hush", "line 1 is not `Name: value`"],
  ])("that cannot be sent are named by their line, never by their value: %j", (text, says) => {
    expect(readHeaders(text)).toBe(says);
  });

  test("are sent with every request, and give way to what a smoke test says itself", async () => {
    const sent: unknown[] = [];
    const http = withHeaders(
      {
        request: async ({ headers }) => {
          sent.push(headers);
          return { answered: false, why: "", ms: 0 };
        },
      },
      { authorization: "Basic all", "x-one": "1" },
    );
    await http.request({ method: "GET", url: "http://127.0.0.1:1", limitMs: 1 });
    await http.request({
      method: "GET",
      url: "http://127.0.0.1:1",
      headers: { Authorization: "Bearer own" },
      limitMs: 1,
    });
    expect(sent).toEqual([
      { authorization: "Basic all", "x-one": "1" },
      { authorization: "Bearer own", "x-one": "1" },
    ]);
  });
});
