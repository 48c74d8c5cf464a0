import type { z } from "zod";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Change } from "../domain/validation/change.ts";
import type { DefaultLevel } from "../domain/validation/check.ts";
import type { Project } from "../domain/validation/project.ts";
import type { Settings } from "../settings/settings.ts";
import type { Candidate } from "./candidate.ts";
import type { CheckContext } from "./context.ts";
import type { MigrationBase } from "./migration-base.ts";
import type { Released } from "./released.ts";
import type { TestRuns } from "./test.ts";

/** What a user gave: the settings file, and the inputs of the action, which win. */
export interface Given {
  readonly settings: Settings;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What every check may be judged from, whatever serves it. */
export interface RunFacts extends Given {
  readonly context: CheckContext;
  /** Elixir and HEEx files that git tracks, from the repository's root. */
  readonly sources: readonly string[];
  /** What a pull request changes; null where there is none, or it is not known. */
  readonly change: Change | null;
  readonly released: Released;
}

/** What a check is judged from besides, by the VM that serves it. */
interface VmFacts {
  readonly test: { readonly runs: TestRuns };
  readonly analysis: { readonly project: Project };
  readonly migrations: {
    readonly base: MigrationBase;
    /** All that the VM printed. */
    readonly printed: string;
  };
}

/** The setting values of a check, as its own schemas have read them; each may be absent. */
export type Options<Shape extends z.ZodRawShape> = {
  readonly [Name in keyof Shape]?: Exclude<z.output<Shape[Name]>, undefined>;
};

/** What the command that shows the same by hand depends on. */
export interface ByHand {
  /** Folder of the mix project from the repository's root; empty for the root itself. */
  readonly folder: string;
  /** What mix knows of the project; null where it could not be asked. */
  readonly project: Project | null;
  /** The application's name where the settings give one. */
  readonly app: string | null;
  /** The version that mix is given for the release; null takes that of mix.exs. */
  readonly version: string | null;
  /** What the check itself said; null where it has not judged. */
  readonly judgement: Judgement | null;
}

/** What code scanning calls the tool whose findings these are. */
export interface SarifTool {
  readonly name: string;
  readonly home: string;
  readonly tags: readonly string[];
}

/** What every check says of itself. */
interface Described<Id extends string, Shape extends z.ZodRawShape> {
  readonly id: Id;
  /** Phase 6's words for it. */
  readonly title: string;
  readonly level: DefaultLevel;
  /** Its row in docs/configuration.md: when it passes, and what else a user should know. */
  readonly docs: { readonly passes: string; readonly more: string };
  /** Its settings beside `level`. */
  readonly settings?: Shape;
  /** Inputs of validate that win over a setting, by setting. */
  readonly inputs?: Readonly<Partial<Record<keyof Shape & string, string>>>;
  /** The tracked files that it reads. Absent where it asks the outside: then it is found out anew in every run. */
  reads?(path: string): boolean;
  /** It may ask a database or a service: found out anew where a commit ships. */
  readonly asksServices?: boolean;
  /** What it rests on besides files and its own settings. */
  restsOn?(facts: Pick<RunFacts, "settings" | "change" | "released">): unknown;
  /** The command that shows a person the same, from the folder of the project; empty where there is none. */
  byHand(facts: ByHand, options: Options<Shape>): string;
  readonly sarif?: SarifTool;
}

/** A check whose artefact is left by a VM that serves several. */
interface Served<Id extends string, Shape extends z.ZodRawShape, Vm extends keyof VmFacts, Artefact>
  extends Described<Id, Shape> {
  readonly vm: Vm;
  /** What a person calls it: "mix credo". */
  readonly command: string;
  /** `<id>.json`, as its .exs writes it. */
  readonly artefact: z.ZodType<Artefact>;
  judge(seen: Artefact, facts: RunFacts & VmFacts[Vm], options: Options<Shape>): Judgement | Promise<Judgement>;
  /** Its turn in the VM: lower ones come first, others in the order of the registry; 0 where it does not matter. */
  readonly turn?: number;
}

/**
 * A check that runs nothing of the project's code: `elixir/<id>.exs`, with `_` for `-`, defines `PhoenixDeploy.<Id>`
 * whose `run/0` leaves the artefact.
 */
interface Analysed<Id extends string, Shape extends z.ZodRawShape, Artefact>
  extends Served<Id, Shape, "analysis", Artefact> {
  /** Other files of elixir/ that its own needs, in order. */
  readonly loads?: readonly string[];
  /** The package that brings its tool, and the line of mix.exs that adds it; absent where mix or Hex have it. */
  readonly package?: { readonly name: string; readonly line: string };
  /** What can be said of it before any VM starts; null when the VM has to be asked. */
  known?(project: Project): Judgement | null;
  /** It waits for a server, and takes no core worth counting. */
  readonly light?: boolean;
}

/** A check of what is about to ship, which no VM serves. */
interface OfCandidate<Id extends string, Shape extends z.ZodRawShape> extends Described<Id, Shape> {
  readonly vm: "none";
  /** Files that it writes where it passes, from the repository's root: those of an earlier attempt are removed. */
  readonly writes?: readonly string[];
  judge(candidate: Candidate, options: Options<Shape>): Judgement | Promise<Judgement>;
}

/** A check that the builds themselves answer: the compilation, and the release. */
interface OfBuilds<Id extends string, Shape extends z.ZodRawShape> extends Described<Id, Shape> {
  readonly vm: "builds";
}

export type TestCheck = Served<string, z.ZodRawShape, "test", unknown>;
export type AnalysisCheck = Analysed<string, z.ZodRawShape, unknown>;
export type MigrationCheck = Served<string, z.ZodRawShape, "migrations", unknown>;
export type CandidateCheck = OfCandidate<string, z.ZodRawShape>;
export type Check = TestCheck | AnalysisCheck | MigrationCheck | CandidateCheck | OfBuilds<string, z.ZodRawShape>;

/** A check with nothing to set beside its level. */
type NoSettings = Record<never, z.ZodType>;

/** A check: one file, which says all that there is to say of it. Its `vm` says what it is made from. */
export function defineCheck<const Id extends string, Artefact, Shape extends z.ZodRawShape = NoSettings>(
  check: Analysed<Id, Shape, Artefact>,
): Analysed<Id, Shape, Artefact>;
export function defineCheck<const Id extends string, Artefact, Shape extends z.ZodRawShape = NoSettings>(
  check: Served<Id, Shape, "test", Artefact>,
): Served<Id, Shape, "test", Artefact>;
export function defineCheck<const Id extends string, Artefact, Shape extends z.ZodRawShape = NoSettings>(
  check: Served<Id, Shape, "migrations", Artefact>,
): Served<Id, Shape, "migrations", Artefact>;
export function defineCheck<const Id extends string, Shape extends z.ZodRawShape = NoSettings>(
  check: OfCandidate<Id, Shape>,
): OfCandidate<Id, Shape>;
export function defineCheck<const Id extends string, Shape extends z.ZodRawShape = NoSettings>(
  check: OfBuilds<Id, Shape>,
): OfBuilds<Id, Shape>;
export function defineCheck(check: unknown): unknown {
  return check;
}

/** The values of a check's settings: an input wins. They were read by the check's own schemas, or by the contract. */
export function optionsOf<Shape extends z.ZodRawShape>(
  check: Pick<Described<string, Shape>, "id" | "settings" | "inputs">,
  { settings, inputs }: Given,
): Options<Shape> {
  const own = settings.checks[check.id]?.options ?? {};
  const won = Object.entries<string | undefined>(check.inputs ?? {}).flatMap(([name, input]) =>
    input === undefined || inputs[input] === undefined ? [] : [[name, inputs[input]] as const],
  );
  return { ...own, ...Object.fromEntries(won) } as Options<Shape>;
}
