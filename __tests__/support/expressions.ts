// Conditions of workflows, judged by GitHub's own evaluator of expressions.
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

type Value = string | boolean | { readonly [name: string]: Value };

/** Functions that the runner adds: a job that asks for one decides by itself, whatever became of the jobs before. */
const always = { name: "always", minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(true) };

/** Whether a job with this condition runs, given its contexts. */
export function runs(condition: string, contexts: Readonly<Record<string, Value>>): boolean {
  const { tokens } = new Lexer(condition).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), [always]).parse();
  const judged = new Evaluator(parsed, dictionaryOf(contexts), new Map([["always", always]])).evaluate();
  if (judged.kind !== data.Kind.Boolean) throw new Error(`${condition} is no condition`);
  return judged.coerceString() === "true";
}

function dictionaryOf(values: Readonly<Record<string, Value>>): data.Dictionary {
  return new data.Dictionary(...Object.entries(values).map(([key, value]) => ({ key, value: dataOf(value) })));
}

function dataOf(value: Value): data.ExpressionData {
  if (typeof value === "string") return new data.StringData(value);
  return typeof value === "boolean" ? new data.BooleanData(value) : dictionaryOf(value);
}
