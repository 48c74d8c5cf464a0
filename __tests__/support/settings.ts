// Settings as a run has them: from the text of a settings file, by the parser itself.
import { z } from "zod";
import { loadChecks } from "../../src/checks/registry.ts";
import { commonInputs, defineContract } from "../../src/contract.ts";
import { readAll } from "../../src/settings/read.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { testStrategies } from "../strategies/registry.ts";

const contract = defineContract({
  folder: "test",
  name: "test",
  description: "test",
  branding: { icon: "box", color: "gray-dark" },
  inputs: z.object(commonInputs),
  outputs: {},
  permissions: {},
});

/** The settings that this file gives in a checkout at `/work`; throws with every fault. */
export async function settingsFrom(text: string, inputs: Readonly<Record<string, string>> = {}): Promise<Settings> {
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const outcome = await readAll({
    contract,
    env,
    workspace: "/work",
    readFile: async () => text,
    linkOut: async () => null,
    checks: loadChecks,
    strategies: testStrategies,
  });
  if (!outcome.ok) throw new Error(outcome.faults.map((one) => `${one.place} ${one.says} ${one.remedy}`).join("\n"));
  return outcome.settings;
}
