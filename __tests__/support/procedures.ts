// The commands of rollback-procedures.md, as a person finds them there and pastes them into a shell.
import { spawn } from "node:child_process";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { restoreIn } from "../../src/domain/rollback/procedures.ts";
import { rollbackProcedures } from "../../src/stages/report/procedures.ts";
import type { StageRun } from "../../src/stages/stage.ts";
import type { Sandbox } from "../host/sandbox.ts";
import { settingsFrom } from "./settings.ts";
import { closedWorld } from "./world.ts";

/** One block of commands, by where it is in the file. */
export interface Pasted {
  readonly environment: string;
  /** Title of its part, without the number. */
  readonly part: string;
  /** Which of several blocks; empty where it is the only one. */
  readonly when: string;
  readonly text: string;
}

/** Every block of commands of an environment, in order. */
export function blocksOf(markdown: string): readonly Pasted[] {
  const blocks: Pasted[] = [];
  let [environment, part, when] = ["", "", ""];
  let fence: string[] | null = null;
  for (const line of markdown.split("\n")) {
    if (fence !== null && line !== "```") fence.push(line);
    else if (fence !== null) {
      if (part !== "") blocks.push({ environment, part, when, text: fence.join("\n") });
      [fence, when] = [null, ""];
    } else if (line === "```sh") fence = [];
    else if (line.startsWith("## ")) [environment, part] = [line.slice(3), ""];
    else if (line.startsWith("#### ")) part = line.replace(/^#### \d+\. /, "");
    else if (/^\*\*.*:\*\*$/.test(line)) when = line.slice(2, -3).replaceAll("`", "");
  }
  return blocks;
}

/** The blocks of the file that is generated for a sandbox with these settings of its environment. */
export async function commandsFor(host: Pick<Sandbox, "path" | "ports">, settings: string): Promise<readonly Pasted[]> {
  const given = await settingsFrom(`version: 1
app: app
environments:
  production:
    url: http://127.0.0.1:${host.ports.blue}
    hosts: [{name: web1, address: local}]
    path: ${host.path}
    health: {path: /health, within: 60s}
    ${settings}`);
  const run = { world: closedWorld(), settings: given } as StageRun;
  const document = { app: "app", version: "1.1.0", sha: "a".repeat(40), before: "1.0.0", evidence: [] };
  return blocksOf((await rollbackProcedures(run, document)).text);
}

/** The blocks of the restore that a refused rollback of the schema shows. */
export function restoreOf({ facts = {} }: Judgement): readonly Pasted[] {
  return restoreIn(facts).flatMap(({ title, blocks }) =>
    blocks.map(({ when, text }) => ({ environment: "", part: title, when, text })),
  );
}

/** Who reads the file and pastes its commands into one shell. */
export interface Person {
  /**
   * Pastes the blocks of a part whose names fit, in order; at least one has to. What they printed. Throws where the
   * last command of one failed.
   */
  does(part: RegExp, when?: RegExp): Promise<string>;
  /** What was not pasted so far. */
  unused(): readonly Pasted[];
  leave(): Promise<void>;
}

/** The first block that is pasted is the login; `changed` is how a test logs in by it. */
export function person(blocks: readonly Pasted[], changed = (login: string) => login): Person {
  const used = new Set<Pasted>();
  let shell: TypedShell | null = null;
  return {
    async does(part, when = /(?:)/) {
      const found = blocks.filter((one) => part.test(one.part) && when.test(one.when));
      if (found.length === 0) throw new Error(`The file has no block ${part} ${when}`);
      let said = "";
      for (const one of found) {
        used.add(one);
        if (shell === null) shell = openTyped(changed(one.text));
        else said += await shell.paste(one.text);
      }
      return said;
    },
    unused: () => blocks.filter((one) => !used.has(one)),
    leave: async () => shell?.close(),
  };
}

/** A shell into which a person pastes. */
interface TypedShell {
  paste(text: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the shell that a login command opens; its environment has nothing of the test but PATH and HOME. */
function openTyped(command: string): TypedShell {
  const child = spawn("sh", ["-c", `exec ${command} 2>&1`], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "/" },
  });
  let printed = "";
  let heard: () => void = () => undefined;
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    heard();
  });
  const closed = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let blocks = 0;
  return {
    async paste(text) {
      blocks += 1;
      printed = "";
      const mark = `end-of-block-${blocks}`;
      child.stdin.write(`${text}\necho "${mark} $?"\n`);
      const ended = () => new RegExp(`^([\\s\\S]*)${mark} (\\d+)\\r?\\n`).exec(printed);
      await Promise.race([
        new Promise<void>((resolve) => {
          heard = () => (ended() === null ? undefined : resolve());
          heard();
        }),
        closed,
      ]);
      const [, said = printed, code = "none"] = ended() ?? [];
      if (code !== "0") throw new Error(`This ended with code ${code}:\n${text}\nIt printed:\n${said}`);
      return said;
    },
    async close() {
      child.stdin.end();
      await closed;
    },
  };
}
