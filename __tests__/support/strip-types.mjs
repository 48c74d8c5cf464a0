// TypeScript for jest as Node itself reads it: types become blanks, so that lines and columns stay. A cold run spends
// 0.4 s on all files so; Babel took 6.5 s.
import { stripTypeScriptTypes } from "node:module";

export default {
  process: (text) => ({ code: stripTypeScriptTypes(text) }),
};
