import { runAction } from "../../src/action.ts";
import { validate } from "../../src/stages/validate.ts";
import { contract } from "./contract.ts";

await runAction(contract, validate);
