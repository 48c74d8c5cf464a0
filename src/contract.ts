import { z } from "zod";

/**
 * What an action promises: the single source of its `action.yml`, its README tables, its input parser and its types.
 * Inputs are a zod object whose members carry their description; a member with a prefault has it as its default,
 * one without is required unless it is optional.
 */
export interface Contract<Inputs extends z.ZodObject = z.ZodObject> {
  /** Folder name, and the last part of `uses:`. `report` is published as the repository's root. */
  readonly folder: string;
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Inputs;
  readonly outputs: Readonly<Record<string, string>>;
  /** Workflow permissions that the job needs, each with its reason. */
  readonly permissions: Readonly<Record<string, string>>;
}

/** Keeps the type of the inputs. */
export function defineContract<Inputs extends z.ZodObject>(contract: Contract<Inputs>): Contract<Inputs> {
  return contract;
}

/**
 * The default of an input as somebody would write it, such as minutes that are read as milliseconds; empty for none.
 */
export function writtenDefault(input: z.core.$ZodType): string {
  return input instanceof z.ZodPrefault ? String(input.def.defaultValue) : "";
}

/** Any text; empty means not given. */
export const text = () => z.string();

/** `true` or `false`, nothing else. */
export const flag = () => z.stringbool({ truthy: ["true"], falsy: ["false"], error: "must be `true` or `false`" });

/** A percentage from 0 to 100: `80`, `79.5`, `80%`. */
export const percent = () =>
  z
    .string()
    .regex(/^\d{1,3}(\.\d{1,6})?\s?%?$/, "must be a percentage such as `80` or `79.5%`")
    .transform((value) => Number(value.replace("%", "").trim()))
    .pipe(z.number().max(100, "must be at most 100"));

/** Inputs that every action takes. */
export const commonInputs = {
  config: text()
    .prefault(".github/phoenix-deploy.yml")
    .describe(
      "Path of the settings file, from the repository's root. Without a file of the default name the defaults apply; " +
        "a file of another name must exist.",
    ),
  "working-directory": text().prefault(".").describe("Folder of the mix project, from the repository's root."),
};

/** Inputs of every action that reads the evidence of earlier jobs. */
export const chainInputs = {
  jobs: text()
    .prefault("")
    .describe(
      "The expression `toJSON(needs)`: the earlier jobs. Their outputs with the name `evidence` (or " +
        "`deploy-evidence`, `evidence-smoke` and the like, where a job has two) pin the evidence that they wrote.",
    ),
  runs: z
    .enum(["this", "other"])
    .prefault("this")
    .describe(
      "Which evidence counts: of `this` run only, or of `other` runs of this commit as well, which every report says.",
    ),
};

/** What every action that changes a target requires of earlier evidence, beside `chainInputs`. */
export const pinInput = {
  unpinned: z
    .enum(["refuse", "allow"])
    .prefault("refuse")
    .describe(
      "`allow` accepts evidence that no output of an earlier job pins, and every report says so: any job of the run " +
        "could have written it.",
    ),
};

/** What the approval of an environment is read with. */
export const approvalInputs = {
  "github-token": text()
    .prefault("${{ github.token }}")
    .describe("Token that reads the environment's rules and the run's approvals."),
};

/** What every action that deploys takes to the gates of its environment. */
export const gateInputs = {
  "override-freeze": text()
    .prefault("")
    .describe(
      "Why this run deploys although the settings freeze the environment now. Only who is named under " +
        "`freeze.override` may, and every report says so.",
    ),
};

/** The dry run of every action that changes a target. */
export const dryRunInput = {
  "dry-run": flag().prefault("false").describe("Print the plan and change nothing."),
};

/** The id of this very job, also in a matrix, for every action that locks a target or looks for its deployment. */
export const jobIdInput = {
  "job-id": text().prefault("${{ job.check_run_id }}").describe("The unique id of this job. Leave the default."),
};

/** Outputs of every action. */
export const commonOutputs = {
  status: "`passed`, `failed`, `cancelled` or `planned`.",
  decision:
    "`continue`, `complete`, `stop`, `taken-back` (it was rolled back), `rollback-failed` " +
    "or `held` (a person decides).",
  "reason-code": "Why, as one word of the list in docs/troubleshooting.md.",
  changed: "`true` where a step began that may change what serves, else `false`.",
  evidence:
    "Compact JSON that pins this stage's evidence file; pass it to later jobs as a job output named `evidence`.",
};

/** Outputs of every action that changes a target. */
export const deployOutputs = {
  url: "Where users reach the environment.",
  release: "Release id `<version>-<digest8>` that was asked for.",
  previous: "Release id that was active before; empty when there was none.",
};

/** Whole minutes, to milliseconds. */
export const minutes = () =>
  z
    .string()
    .regex(/^\d{1,4}$/, "must be whole minutes, such as `15`")
    .transform((value) => Number(value) * 60_000)
    .pipe(z.number().min(60_000, "must be at least 1"));
