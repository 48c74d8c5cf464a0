import { runAction } from "../../src/action.ts";
import { deployStaging } from "../../src/stages/deploy-staging.ts";
import { contract } from "./contract.ts";

await runAction(contract, deployStaging);
