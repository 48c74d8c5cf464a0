// Settings of what is kept on GitHub, and of the monitoring.
import { describe, expect, test } from "@jest/globals";
import { settingsFrom } from "../support/settings.ts";

const with_ = (lines: string) =>
  settingsFrom(
    "version: 1\napp: shop\nenvironments:\n  production:\n    url: https://x.example.com\n" +
      "    hosts: [{name: web1, address: local}]\n    path: /opt/shop\n    strategy: {type: restart}\n" +
      `    slots: {main: {port: 4000}}\n${lines}`,
  ).then(({ environments }) => environments["production"]);

describe("an environment", () => {
  test("records its deployments, opens no issue and asks for no monitoring by default", async () => {
    const environment = await with_("");
    expect(environment).toMatchObject({ deploymentRecord: "auto", monitoring: null });
    expect(environment?.issue).toBeUndefined();
    expect(await with_("    deployment-record: off\n    issue: off\n")).toMatchObject({ deploymentRecord: "off" });
  });

  test("opens an issue with labels and assignees, or with none", async () => {
    expect((await with_("    issue: {labels: [P1 incident], assignees: [ada]}\n"))?.issue).toEqual({
      ...{ labels: ["P1 incident"], assignees: ["ada"] },
    });
    expect((await with_("    issue: {}\n"))?.issue).toEqual({ labels: [], assignees: [] });
  });

  test("asks for its monitoring in the Prometheus that its signals name, or in another", async () => {
    const signals = "    signals: {prometheus: {url: http://prom:9090/, headers-from: PROM, metrics: prom-ex}}\n";
    expect((await with_(`${signals}    monitoring: {alerts: [Errors]}\n`))?.monitoring).toEqual({
      ...{ required: false, dashboards: false, alerts: ["Errors"] },
      prometheus: { url: "http://prom:9090", headersFrom: "PROM" },
    });
    const own = "    monitoring: {required: true, alerts: [Errors], prometheus: {url: http://other:9090}}\n";
    expect((await with_(`${signals}${own}`))?.monitoring).toMatchObject({
      ...{ required: true, prometheus: { url: "http://other:9090", headersFrom: null } },
    });
  });

  test.each([
    ["a label with a comma", "    issue: {labels: ['a, b']}\n", "without a comma"],
    ["an assignee with an @", "    issue: {assignees: ['@ada']}\n", "without the `@`"],
    ["monitoring that asks for nothing", "    monitoring: {required: true}\n", "must ask for something"],
    ["dashboards that are nowhere", "    monitoring: {dashboards: true}\n", "which has none"],
    ["alerts without a Prometheus", "    monitoring: {alerts: [Errors]}\n", "no Prometheus that could have them"],
    ["another record", "    deployment-record: always\n", "must be `auto` or `off`"],
  ])("is refused for %s", async (_, lines, says) => {
    await expect(with_(lines)).rejects.toThrow(says);
  });
});
