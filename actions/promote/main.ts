import { runAction } from "../../src/action.ts";
import { promote } from "../../src/stages/promote.ts";
import { contract } from "./contract.ts";

await runAction(contract, promote);
