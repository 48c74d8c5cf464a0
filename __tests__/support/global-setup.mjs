// What is made once for all test files. Node itself reads the TypeScript.
import { compileHelpers } from "./helpers.ts";

export default compileHelpers;
