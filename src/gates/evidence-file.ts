import { type Evidence, evidenceSchema, type Pin, pinOf } from "../domain/evidence/evidence.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { type GivenPin, type Job, json, shortName } from "./pins.ts";

/** A file of the evidence folder. `text` is null when it could not be read, which `why` explains. */
export interface EvidenceFile {
  readonly name: string;
  readonly text: string | null;
  readonly sha256: string;
  readonly why?: string;
}

/** One evidence of the chain, whether a job output pins its file, and the jobs whose outputs do. */
export interface Link {
  readonly evidence: Evidence;
  readonly pinned: boolean;
  readonly jobs: readonly Job[];
  readonly sha256: string;
}

/** Reads the files of the evidence folder, each compared with the pins that name it. */
export function readFiles(
  files: readonly EvidenceFile[],
  pins: readonly GivenPin[],
): { readonly links: readonly Link[]; readonly problems: readonly Judgement[] } {
  const read = files.map((file) =>
    readFile(
      file,
      pins.filter(({ pin }) => pin.file === file.name),
    ),
  );
  return {
    links: read.flatMap((one) => ("evidence" in one ? [one] : [])),
    problems: read.flatMap((one) => ("evidence" in one ? [] : [one])),
  };
}

/** One file with the pins that name it, or what is wrong with it. */
function readFile({ name, text, sha256, why }: EvidenceFile, mine: readonly GivenPin[]): Link | Judgement {
  const givers = [...new Map(mine.map((given) => [given.pin.file_sha256, given])).values()];
  if (givers.length > 1) {
    const jobs = [...new Set(givers.map(({ job }) => `\`${job.id}\``))].join(" and ");
    const says =
      `More than one evidence was called ${shortName(name)}, each pinned by an output of ${jobs}: ` +
      "one replaced the other.";
    return conflict(
      says,
      "Run each action once for an environment in a run, and list the job that does under `needs`.",
    );
  }
  const other = mine.find(({ pin }) => pin.file_sha256 !== sha256)?.pin;
  if (other !== undefined) {
    const says =
      `The evidence ${shortName(name)} is not what its job pinned: its sha256 is ${sha256.slice(0, 12)}, ` +
      `pinned is ${other.file_sha256.slice(0, 12)}.`;
    return conflict(says, "Somebody changed the artifact. Do not deploy it; run validate again.");
  }
  const evidence = evidenceIn(text, why);
  if (typeof evidence === "string") {
    return {
      verdict: "error",
      reason_code: "evidence_unreadable",
      says: `The evidence ${shortName(name)} cannot be read: ${evidence}.`,
      remedy: "Let every action of a run have the same version, and run the stage that wrote it again.",
    };
  }
  const odd = mine.find(({ pin }) => differs(pin, evidence, sha256));
  if (odd !== undefined) {
    const says =
      `The output of job \`${odd.job.id}\` that pins ${shortName(name)} differs from that file: ` +
      `${differs(odd.pin, evidence, sha256)}.`;
    return conflict(
      says,
      "No action writes that. Find out who changed the output, pass outputs on as they are, and run the job again.",
    );
  }
  return { evidence, pinned: mine.length > 0, jobs: mine.map(({ job }) => job), sha256 };
}

function conflict(says: string, remedy: string): Judgement {
  return { verdict: "fail", reason_code: "evidence_conflict", says, remedy };
}

/** The evidence in a file, or why there is none. */
function evidenceIn(text: string | null, unreadable = "it is not text"): Evidence | string {
  if (text === null) return unreadable;
  const value = json(text);
  if (value === undefined) return "it is not JSON";
  try {
    const parsed = evidenceSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `\`${issue?.path.join(".") || "it"}\`: ${issue?.message}`;
  } catch {
    // No action nests lists that deep: reading them ends the stack.
    return "it is nested too deeply";
  }
}

/** What a pin repeats of its file, where the two differ; null where they agree. */
function differs(pin: Pin, evidence: Evidence, sha256: string): string | null {
  const own = pinOf(evidence, sha256);
  const members = [
    "stage",
    "environment",
    "status",
    "decision",
    "sha",
    "run_id",
    "run_attempt",
    "release_sha256",
  ] as const;
  const [member] = members.filter((one) => pin[one] !== own[one]);
  return member === undefined
    ? null
    : `\`${member}\` is ${shortName(String(pin[member]))} there, and ${shortName(String(own[member]))} in the file`;
}

/** A file that a job pinned and that is not there. */
export function missing(files: readonly EvidenceFile[], pins: readonly Pin[]): readonly Judgement[] {
  const lacking = pins.map((pin) => pin.file).filter((name) => !files.some((file) => file.name === name));
  return [...new Set(lacking)].map((name) => ({
    verdict: "error",
    reason_code: "evidence_missing",
    says: `The evidence ${shortName(name)}, which a job pinned, is not in the folder.`,
    remedy: "Download the artifact of every job before this step.",
  }));
}
