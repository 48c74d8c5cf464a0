import { defineGate } from "./gate.ts";

/** The tarball is the one that the manifest names. It is read before: the judgement is a fact. */
export const release = defineGate({
  id: "release",
  title: () => "The release is the one that was validated",
  of: "release",
  judge: (read) => read,
});
