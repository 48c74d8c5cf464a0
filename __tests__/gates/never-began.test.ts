import { describe, expect, test } from "@jest/globals";
import { neverBegan } from "../../src/gates/never-began.ts";
import type { JobOfRun } from "../../src/ports/github.ts";

const of = (name: string, conclusion: string | null, began = true): JobOfRun => ({ name, conclusion, began });
const around = [of("validate", "success"), of("staging", "success"), of("report", null)];
const rejected = of("production", "failure", false);
const asked = (...all: readonly JobOfRun[]) => neverBegan([{ id: "production", result: "failure" }], all);

describe("a job that ended badly never began", () => {
  test.each<[string, readonly JobOfRun[]]>([
    ["where GitHub lists it without a runner", [...around, rejected]],
    ["in a called workflow", [...around, of("ship / production", "failure", false)]],
    ["where it calls a workflow of which no job began", [...around, of("production / promote", "failure", false)]],
    ["in a matrix", [...around, of("production (eu)", "failure", false), of("production (us)", "failure", false)]],
    ["under a name of its own, where no job that began failed", [...around, of("Go live", "failure", false)]],
  ])("%s", (_where, all) => {
    expect(asked(...all)).toEqual(["production"]);
  });
});

describe("whether it began is not known, and it is taken for one that did", () => {
  test.each<[string, readonly JobOfRun[]]>([
    ["where a runner had it", [...around, of("production", "failure")]],
    ["where a runner had it in an attempt before", [...around, of("production", "failure"), rejected]],
    ["where one job of a matrix began", [of("production (eu)", "failure"), of("production (us)", "failure", false)]],
    [
      "where it calls a workflow of which one job did its work, and another was rejected",
      [...around, of("production / promote", "success"), of("production / notify", "failure", false)],
    ],
    [
      "where a job of another name calls such a workflow",
      [...around, of("Go live / promote", "success"), of("Go live / notify", "failure", false)],
    ],
    ["where it is not listed", around],
    ["where nothing is", []],
    ["where a job of another name failed too", [of("Go live", "failure"), of("Staging", "failure", false)]],
    ["where one of another name still runs beside us", [of("Go live", null), ...around, of("x", "failure", false)]],
    ["where the one without a runner ended in another way", [...around, of("Go live", "cancelled", false)]],
  ])("%s", (_where, all) => {
    expect(asked(...all)).toEqual([]);
  });
});
