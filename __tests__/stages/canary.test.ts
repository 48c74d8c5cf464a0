// A canary as a stage makes it: while the release has a part of the traffic, both releases answer the public URL.
import { describe, expect, test } from "@jest/globals";
import { Bent, first, second } from "../support/bent.ts";

const strategy = "strategy: {type: canary, hold: 0s, steps: [10, 100], pause: 20s}";

/** Every reported watch, and what it was of. */
const watches = (results: readonly { readonly id: string; readonly verdict: string }[]) =>
  results.filter(({ id }) => id === "watch").map(({ verdict }) => verdict);

describe("a canary", () => {
  test("passes although the release before answers the public URL, and is watched at each step", async () => {
    const bent = new Bent().deployed(first);
    const asked: string[] = [];
    const { request } = bent.http;
    bent.http.request = async (question) => {
      asked.push(question.url);
      return request(question);
    };
    const { conclusion, evidence, host } = await bent.change("deploy", { strategy, watchMs: 30_000 });
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(watches(evidence.results)).toEqual(["pass", "pass"]);
    expect(host.active).toMatchObject({ release: second, slot: "green" });
    // The first watch asks the release itself, the second one what users reach.
    expect(asked.filter((url) => url.startsWith("http://slot-green")).length).toBeGreaterThan(10);
  });

  test("whose page is missing from the release before is warned of at the first step, and passes", async () => {
    const bent = new Bent().deployed(first);
    bent.answers.push({
      matches: /example\.com\/$/,
      status: () => ((bent.model.router?.["blue"] ?? 0) > 0 ? 404 : 200),
    });
    const { conclusion, evidence } = await bent.change("deploy", { strategy, watchMs: 0 });
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(evidence.warnings.join("\n")).toContain("has a part of the requests");
  });

  test("that fails under its first part is rolled back before more requests go to it, and is marked bad", async () => {
    const bent = new Bent().deployed(first);
    bent.answers.push({
      matches: /slot-green\/($|health)/,
      status: () => ((bent.model.router?.["green"] ?? 0) > 0 ? 500 : 200),
    });
    const { conclusion, host } = await bent.change("deploy", { strategy, watchMs: 0 });
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back" });
    expect(host).toMatchObject({ active: { release: first }, bad: [second] });
    expect(bent.model.router).toEqual({ blue: 100, green: 0 });
  });

  test("fails where the router does not keep the part that was set", async () => {
    const bent = new Bent().deployed(first);
    bent.before = ({ type }) => {
      if (type === "activate") throw new Error("it must not be recorded");
    };
    const { request } = bent.http;
    bent.http.request = async (question) => {
      if (bent.model.router?.["green"] === 10) bent.model.router["green"] = 60;
      return request(question);
    };
    const { conclusion } = await bent.change("deploy", { strategy, watchMs: 0 });
    expect(conclusion.says).toContain("green in the part that was set");
  });
});
