import { describe, expect, test } from "@jest/globals";
import { contract as report } from "../../actions/report/contract.ts";
import { contract as rollback } from "../../actions/rollback/contract.ts";
import { contract as smokeTest } from "../../actions/smoke-test/contract.ts";
import { contract as validate } from "../../actions/validate/contract.ts";
import { optionsOfContract, readOptions } from "../../src/entry/options.ts";

const smoke = { options: optionsOfContract(smokeTest, ["jobs", "github-token"]), positional: null };
const back = { options: optionsOfContract(rollback, ["jobs", "job-id"]), positional: null };
const checklist = { options: optionsOfContract(report, ["jobs", "write"]), positional: "version" };

describe("the options of a command", () => {
  test("are the inputs of the action, without those that only a job has a use for", () => {
    const names = smoke.options.map(({ name }) => name);
    expect(names).toEqual(["config", "working-directory", "runs", "environment", "brief-for", "comment"]);
    expect(smoke.options.find(({ name }) => name === "environment")).toMatchObject({ flag: false, default: "staging" });
    expect(smoke.options.find(({ name }) => name === "comment")).toMatchObject({ flag: true });
    expect(back.options.find(({ name }) => name === "reason")).toMatchObject({ flag: false, default: "" });
    // Read as milliseconds, and typed in minutes.
    const minutes = optionsOfContract(validate, []).find(({ name }) => name === "check-timeout");
    expect(minutes).toMatchObject({ default: "15" });
    expect(back.options.every(({ description }) => description !== "")).toBe(true);
  });

  test.each([
    [
      ["--environment", "staging", "--working-directory=apps/shop"],
      smoke,
      { environment: "staging", "working-directory": "apps/shop" },
    ],
    [["--comment"], smoke, { comment: "true" }],
    [
      ["--reason", "manual", "--reason-detail=--odd", "--dry-run"],
      back,
      { reason: "manual", "reason-detail": "--odd", "dry-run": "true" },
    ],
    [["v1.4.0"], checklist, { version: "v1.4.0" }],
    [["--version", "1.4.0"], checklist, { version: "1.4.0" }],
    [[], smoke, {}],
  ])("%j are read", (argv, command, inputs) => {
    expect(readOptions(argv, command)).toEqual({ ok: true, inputs });
  });

  test.each([
    [
      ["--enviroment", "staging"],
      smoke,
      ["Option `--enviroment`: There is no such option. Did you mean `--environment`?"],
    ],
    [["-x"], back, [expect.stringMatching(/^Option `-x`: There is no such option\. Its options are `--config`, /)]],
    [["--environment"], smoke, ["Option `--environment`: It has no value. Write `--environment VALUE`."]],
    [["--environment="], smoke, ["Option `--environment`: It has no value. Write `--environment VALUE`."]],
    [["--environment", "--comment"], smoke, [expect.stringContaining("It has no value")]],
    [["--environment", "a", "--environment", "b"], smoke, ["Option `--environment`: It is given twice. Give it once."]],
    [["staging"], smoke, [expect.stringMatching(/^`staging`: Nothing takes a word without an option here\. /)]],
    [["1.0.0", "1.1.0"], checklist, [expect.stringMatching(/^`1\.1\.0`: Nothing takes/)]],
    [
      ["--jobs", "{}", "--lok=take"],
      back,
      [expect.stringContaining("`--jobs`"), expect.stringContaining("Did you mean `--lock`?")],
    ],
  ])("%j are refused, with every fault and its remedy", (argv, command, faults) => {
    const read = readOptions(argv, command);
    expect(read.ok ? [] : read.faults.map(({ place, says, remedy }) => `${place}: ${says} ${remedy}`)).toEqual(faults);
  });
});
