import { runAction } from "../../src/entry/action.ts";
import { contract } from "./contract.ts";

await runAction(contract, async () => (await import("../../src/stages/deploy-staging.ts")).deployStaging);
