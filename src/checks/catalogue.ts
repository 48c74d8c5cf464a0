import type { CheckId } from "../domain/check.ts";

/** Phase 6's Validation Checklist: each check under the document's words, with the command that shows the same by hand. */
export const catalogue: Readonly<Record<CheckId, { readonly title: string; readonly reproduce: string }>> = {
  compile: {
    title: "mix compile --warnings-as-errors",
    reproduce:
      "MIX_ENV=test mix compile --warnings-as-errors --all-warnings && MIX_ENV=prod mix compile --warnings-as-errors --all-warnings",
  },
  format: { title: "mix format --check-formatted", reproduce: "mix format --check-formatted" },
  test: { title: "mix test", reproduce: "mix test" },
  coverage: { title: "mix test --cover", reproduce: "mix test --cover" },
  credo: { title: "mix credo --strict", reproduce: "mix credo --strict" },
  sobelow: { title: "mix sobelow", reproduce: "mix sobelow --private --exit low" },
  "hex-audit": { title: "mix hex.audit", reproduce: "mix hex.audit" },
  dialyzer: { title: "mix dialyzer", reproduce: "mix dialyzer" },
  release: { title: "MIX_ENV=prod mix release", reproduce: "MIX_ENV=prod mix release --overwrite" },
};
