import { judgeChain } from "./chain.ts";
import { defineGate } from "./gate.ts";

/** The stages before passed: for this repository, commit and release, by evidence that their jobs pinned. */
export const evidence = defineGate({
  id: "evidence",
  title: () => "Evidence of the stages before",
  of: "evidence",
  judge: judgeChain,
});
