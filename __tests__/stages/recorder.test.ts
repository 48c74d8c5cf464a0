import { describe, expect, test } from "@jest/globals";
import { openRecorder } from "../../src/stages/recorder.ts";
import { one } from "../render/story.ts";
import { memoryFiles } from "../support/files.ts";
import { closedWorld } from "../support/world.ts";

describe("evidence", () => {
  test("keeps its size, whatever a server or a tool said", async () => {
    const files = memoryFiles();
    const recorder = await openRecorder(closedWorld({ files }), "smoke-test", { app: "shop", environment: "staging" });
    const long = "x".repeat(1 << 20);
    const facts = {
      text: long,
      list: Array.from({ length: 100_000 }, () => "y"),
      map: { [long]: long, deep: [{ long }] },
      requests: 7,
    };
    await recorder.record(
      one("signal", "readiness", { facts, tail: long, says: long, findings: [{ severity: "error", message: long }] }),
    );
    const [text = ""] = [...files.files].filter(([path]) => path.endsWith(".json")).map(([, content]) => content);
    expect(text.length).toBeLessThan(200_000);
    expect(recorder.evidence.results[0]?.facts).toMatchObject({ requests: 7 });
  });
});
