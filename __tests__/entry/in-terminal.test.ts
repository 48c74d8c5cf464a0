import { describe, expect, test } from "@jest/globals";
import { inTerminal } from "../../src/entry/in-terminal.ts";
import type { Voice } from "../../src/entry/surroundings.ts";

/** What a stage in a terminal prints. */
async function printedBy(work: (voice: Voice) => void): Promise<string> {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  const voice = await inTerminal({ name: "validate", inputs: {} })?.open();
  if (voice === undefined) throw new Error("the tests are in no checkout");
  for (const { stream } of streams) stream.write = (text: string | Uint8Array) => lines.push(String(text)) > 0;
  try {
    work(voice);
  } finally {
    for (const { stream, write } of streams) stream.write = write;
  }
  return lines.join("");
}

describe("a terminal", () => {
  test("names the file wherever a sentence points at the job summary, since it has none", async () => {
    const sentence = "Read its last lines in the job summary.";
    const printed = await printedBy(({ log, failed }) => {
      log.info(sentence);
      log.warning(sentence);
      log.annotate({ severity: "error", message: sentence }, "mix test");
      failed(sentence);
    });
    const named = "Read its last lines in `.phoenix-deploy/report/validate-summary.md`.\n";
    expect(printed).toBe(`${named}! ${named}  error: mix test: ${named}✗ ${named}`);
  });
});
