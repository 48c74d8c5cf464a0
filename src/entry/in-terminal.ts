import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { checkoutAround, plainLines, terminalFacts, terminalLog } from "../adapters/terminal.ts";
import { handover } from "../domain/evidence/handover.ts";
import { counted } from "../domain/values/plural.ts";
import type { Surroundings, Voice } from "./surroundings.ts";

const write = (text: string) => void process.stdout.write(text);
const complain = (text: string) => void process.stderr.write(plainLines(text));

/** Variables of a job: what a shell happens to have of them is not meant for a command that a person types. */
const ofJobs = /^(GITHUB|RUNNER|ACTIONS|INPUT)_/;

/** A command that a person types in a checkout: its name, and its inputs as the runner would give them. */
interface Typed {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A terminal, in plain lines; null where the folder is in no checkout. */
export function inTerminal({ name, inputs }: Typed): Surroundings | null {
  const given = Object.entries(process.env).filter(([variable]) => !ofJobs.test(variable));
  const named = Object.entries(inputs).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value] as const);
  const env = Object.fromEntries([...given, ...named]);
  const runner = { env, cwd: process.cwd(), pid: process.pid, entry: process.argv[1] ?? "" };
  const workspace = checkoutAround(runner);
  if (workspace === null) return null;
  return {
    runner,
    workspace,
    async refuse(_, faults) {
      complain(`${name}: ${counted(faults.length, "fault")}. Nothing was run.`);
      for (const { place, says, remedy } of faults) complain(`✗ ${inOptions(`${place}: ${says} ${remedy}`.trim())}`);
    },
    unexpected: (message) => complain(`Unexpected error: ${message}`),
    open: async () => terminalVoice(name, () => terminalFacts(runner, { workspace, temp: ownFolder() })),
  };
}

/** A scratch folder that is gone with this process. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "phoenix-deploy-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The nearest folder with a mix.exs, from the checkout's root, above where somebody stands; empty for the root. */
export function projectHere(): string {
  const runner = { env: process.env, cwd: process.cwd() };
  const top = checkoutAround(runner) ?? runner.cwd;
  let folder = runner.cwd;
  while (folder !== top && dirname(folder) !== folder && !existsSync(join(folder, "mix.exs"))) folder = dirname(folder);
  return relative(top, folder);
}

/** Inputs are options here. */
function inOptions(text: string): string {
  return text
    .replace(/^Input `([\w-]+)`/, "Option `--$1`")
    .replace("Give it under `with:`.", "Give it.")
    .replaceAll(/the input `([\w-]+)`/g, "the option `--$1`");
}

function terminalVoice(name: string, job: () => ReturnType<Voice["job"]>): Voice {
  const file = `${handover.report}/${name}-summary.md`;
  const named = (text: string) => text.replaceAll("the job summary", `\`${file}\``);
  const log = terminalLog((text) => write(named(text)));
  return {
    log,
    job,
    show: (chunk) => write(plainLines(chunk)),
    mask: () => undefined,
    outputs: () => undefined,
    failed: (sentence) => complain(`✗ ${named(inOptions(sentence))}`),
    async summary(markdown, { files, job: { workspace } }, written) {
      if (written) return;
      await files.write(join(workspace, file), markdown);
      log.info(`Report: ${file}`);
    },
  };
}
