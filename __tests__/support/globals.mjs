// What a test file imports as @jest/globals: circus.mjs has it for each file.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } =
  globalThis[Symbol.for("test-globals")];
