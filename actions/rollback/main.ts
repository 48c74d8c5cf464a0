import { runAction } from "../../src/action.ts";
import { rollback } from "../../src/stages/rollback.ts";
import { contract } from "./contract.ts";

await runAction(contract, rollback);
