import { runAction } from "../../src/action.ts";
import { contract } from "./contract.ts";

await runAction(contract, async () => (await import("../../src/stages/validate.ts")).validate);
