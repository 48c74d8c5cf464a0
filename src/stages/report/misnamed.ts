import type { StageName } from "../../domain/evidence/evidence.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import type { Chain } from "../../gates/evidence.ts";

/** Which input of the report names the environment of which stages. */
const namedBy: readonly (readonly ["environment" | "from", readonly StageName[]])[] = [
  ["environment", ["promote", "rollback"]],
  ["from", ["deploy-staging"]],
];

/**
 * An environment that the report is about and that no stage of this run had, while another one had them all: the
 * report would call what was deployed there not deployed. Where a job left nothing, it may have been that one's.
 */
export function misnamed(
  { links, silent }: Pick<Chain, "links" | "silent">,
  inputs: { readonly environment: string; readonly from: string },
): readonly Judgement[] {
  if (silent.length > 0) return [];
  return namedBy.flatMap(([input, stages]) => {
    const of = links.filter(({ evidence }) => stages.includes(evidence.stage)).map(({ evidence }) => evidence);
    const names = [...new Set(of.flatMap(({ environment }) => environment ?? []))];
    if (names.length === 0 || names.includes(inputs[input])) return [];
    const others = names.map((name) => `\`${name}\``).join(", ");
    const did = [...new Set(of.map(({ stage }) => stage))].join(" and ");
    return [
      {
        verdict: "error",
        reason_code: "invalid_input",
        says: `Input \`${input}\` of the report is \`${inputs[input]}\`, and ${did} was of ${others}.`,
        remedy: `Give the report \`${input}: ${names[0]}\`.`,
      },
    ];
  });
}
