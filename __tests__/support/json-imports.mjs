// Packages that import JSON without saying so, as bundlers accept and Node does not.
export default {
  process: (source) => ({
    code: source.replaceAll(/^(import \w+ from "[^"]+\.json")(?=;|$)/gm, '$1 with { type: "json" }'),
  }),
};
