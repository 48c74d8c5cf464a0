// Ends every run with one line that a person or a script can read: "12 passed, 0 failed".
import { writeFileSync } from "node:fs";

export default class PlainReporter {
  onRunComplete(_contexts, results) {
    // A file that cannot even be loaded has failed, although it counts no test.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`;
    // jest prints more after its reporters: script/test prints the line when all is said.
    if (process.env["PLAIN_RESULT"] === undefined) process.stdout.write(line);
    else writeFileSync(process.env["PLAIN_RESULT"], line);
  }
}
