import { runAction } from "../../src/action.ts";
import { smokeTest } from "../../src/stages/smoke-test.ts";
import { contract } from "./contract.ts";

await runAction(contract, smokeTest);
