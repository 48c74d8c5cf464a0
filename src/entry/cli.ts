import { plainLines } from "../adapters/terminal.ts";
import { type Contract, text } from "../contract.ts";
import { nearest, shown } from "../settings/fault.ts";
import type { Stage } from "../stages/stage.ts";
import { startStage } from "./action.ts";
import { inTerminal, projectHere } from "./in-terminal.ts";
import { type CommandOption, optionsOfContract, readOptions } from "./options.ts";

/** A command of the terminal: a stage with the contract of its action. */
export interface TerminalCommand {
  readonly name: string;
  readonly summary: string;
  readonly contract: Contract;
  // A stage takes the inputs of its own contract, which a table of several cannot say.
  readonly load: () => Promise<Stage<never>>;
  /** Inputs that the command itself decides. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** The option that may come without its name. */
  readonly positional?: string;
  /** More inputs that a person has no use for. */
  readonly hidden?: readonly string[];
}

/** Inputs that only a job has a use for: what other jobs left, and what GitHub is asked with. */
const ofJobs = ["jobs", "job-id", "github-token", "comment", "check-run"];

const say = (line: string) => void process.stdout.write(plainLines(line));
const complain = (line: string) => void process.stderr.write(plainLines(line));

/** Runs what was typed and ends the process: 0 passed, 1 did not pass, 2 nothing was run. */
export async function runCli(commands: readonly TerminalCommand[]): Promise<void> {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    say(overview(commands));
    process.exit(name === undefined ? 2 : 0);
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const meant = nearest(
      name,
      commands.map((one) => one.name),
    );
    complain(
      `There is no command \`${shown(name)}\`. ${meant === null ? "--help shows all." : `Did you mean \`${meant}\`?`}`,
    );
    process.exit(2);
  }
  process.exit(await runCommand(command, rest));
}

async function runCommand(command: TerminalCommand, argv: readonly string[]): Promise<number> {
  const { name, fixed = {}, positional = null, hidden = [] } = command;
  const contract = inTerminals(command.contract);
  const options = optionsOfContract(contract, [...ofJobs, ...hidden, ...Object.keys(fixed)]);
  if (argv.includes("--help") || argv.includes("-h")) {
    say(helpOf(command, options));
    return 0;
  }
  const typed = readOptions(argv, { options, positional });
  if (!typed.ok) {
    complain(`${name}: nothing was run.`);
    for (const { place, says, remedy } of typed.faults) complain(`✗ ${place}: ${says} ${remedy}`);
    return 2;
  }
  const here = projectHere();
  const folder = here === "" ? {} : { "working-directory": here };
  const surroundings = inTerminal({ name, inputs: { ...folder, ...typed.inputs, ...fixed } });
  if (surroundings === null) {
    complain(`${name}: ${process.cwd()} is not in a git repository. Run it in a checkout of your application.`);
    return 2;
  }
  const ended = await startStage({ contract, load: command.load, name }, surroundings);
  return { passed: 0, failed: 1, refused: 2 }[ended];
}

/** Defaults that GitHub evaluates are empty here. */
function inTerminals(contract: Contract): Contract {
  const evaluated = Object.entries(contract.inputs.shape).filter(([, input]) =>
    String(input.safeParse(undefined).data ?? "").includes("${{"),
  );
  const empty = Object.fromEntries(evaluated.map(([input]) => [input, text().prefault("")]));
  return { ...contract, inputs: contract.inputs.extend(empty) };
}

function overview(commands: readonly TerminalCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "Usage: node dist/cli/index.js COMMAND [OPTION...], in a checkout of your application.",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "COMMAND --help shows its options. Exit code: 0 passed, 1 did not pass, 2 nothing was run.",
  ].join("\n");
}

function helpOf({ name, summary, positional }: TerminalCommand, options: readonly CommandOption[]): string {
  const word = positional === undefined ? "" : ` [${positional.toUpperCase()}]`;
  return [
    `Usage: node dist/cli/index.js ${name}${word} [OPTION...]`,
    summary,
    ...options.flatMap((one) => [
      "",
      `  --${one.name}${one.flag ? "" : " VALUE"}${one.default === "" || one.flag ? "" : ` (default: ${one.default})`}`,
      `      ${one.description}`,
    ]),
  ].join("\n");
}
