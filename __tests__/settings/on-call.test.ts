import { describe, expect, test } from "@jest/globals";
import { settingsFrom } from "../support/settings.ts";

const settings = (more: string) =>
  settingsFrom(`version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {main: {port: 4000}}
    strategy: {type: restart}
${more}`);

describe("who is on call, and dashboards", () => {
  test("are of an environment, as text and by name", async () => {
    const { environments } = await settings(
      "    on-call: Ada, +44 20 7946 0000\n    dashboards: {Errors: https://grafana.example.com/d/errors}\n",
    );
    expect(environments["production"]).toMatchObject({
      onCall: "Ada, +44 20 7946 0000",
      dashboards: [{ name: "Errors", url: "https://grafana.example.com/d/errors" }],
    });
  });

  test("are nobody and none where they are left out", async () => {
    const { production } = (await settings("")).environments;
    expect([production?.onCall, production?.dashboards]).toEqual([undefined, []]);
  });

  test.each([
    ["on-call", "    on-call: ''\n", "`environments.production.on-call` is ``; it must not be empty."],
    ["on-call", '    on-call: "a\\nb"\n', "it must be one line."],
    ["dashboards", "    dashboards: {Errors: 'javascript:alert(1)'}\n", "it must be an http or https address"],
    ["dashboards", "    dashboards: {Errors: 'https://ada:x@example.com'}\n", "it must be an http or https address"],
    [
      "dashboards",
      "    dashboards: {'': 'https://example.com'}\n",
      "as a name of `environments.production.dashboards`",
    ],
  ])("are refused with their place where they are none: %s %s", async (key, more, says) => {
    await expect(settings(more)).rejects.toThrow(says);
    await expect(settings(more)).rejects.toThrow(key);
  });
});
