import { runAction } from "../../src/action.ts";
import { report } from "../../src/stages/report.ts";
import { contract } from "./contract.ts";

await runAction(contract, report);
