import { createHash } from "node:crypto";
import type { Finding, Result } from "../../domain/evidence/result.ts";
import { sorted } from "../../domain/validation/change.ts";
import { counted } from "../../domain/values/plural.ts";
import { visible } from "../text/visible.ts";
import { shortened } from "../text/wording.ts";

/**
 * What GitHub's code scanning takes of one upload: over these it refuses the whole. Compressed it takes 10 MB: what is
 * below that as it is, is so compressed.
 */
const maxResultsOfRun = 25_000;
const maxBytes = 10_000_000;
/** Set aside for all that is not a result or a rule. */
const headBytes = 100_000;
const maxMessage = 4_000;
const maxRule = 255;

/** The tool that made the findings of a check, as code scanning calls it. */
interface SarifTool {
  readonly name: string;
  readonly home: string;
  readonly tags: readonly string[];
}

/** A SARIF log as text, and what it had to leave out, one sentence a tool. */
export interface Sarif {
  readonly text: string;
  readonly left: readonly string[];
}

/** What the log is about besides its results. */
export interface SarifOptions {
  /** The checks whose findings go to code scanning, by id, each as the tool that made them. */
  readonly tools: Readonly<Record<string, SarifTool>>;
  /**
   * Folder of the mix project from the repository's root, `.` for the root itself: keeps the alerts of two projects
   * apart.
   */
  readonly folder: string;
  /** The file that a finding without a place of its own is shown at: code scanning shows nothing without one. */
  readonly place: string;
}

/**
 * The findings of credo, sobelow, dialyzer and the audits as one SARIF 2.1.0 log with a run for each tool. A tool that
 * came to no verdict has no run: code scanning takes an empty one for "all of it was fixed". Null when none came to
 * one.
 */
export function renderSarif(results: readonly Result[], options: SarifOptions): Sarif | null {
  const judged = results.filter(
    (one) => Object.hasOwn(options.tools, one.id) && (one.verdict === "pass" || one.verdict === "fail"),
  );
  if (judged.length === 0) return null;
  const room = Math.floor((maxBytes - headBytes) / judged.length);
  const runs = judged.map((one) => runOf(one, options, room));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: runs.map(({ run }) => run),
  };
  return { text: `${JSON.stringify(log)}\n`, left: runs.flatMap(({ left }) => left) };
}

/** One tool's run, within so many bytes: findings of this change and worse ones first, the rest is counted. */
function runOf(one: Result, options: SarifOptions, room: number) {
  const tool = options.tools[one.id] ?? { name: one.id, home: "", tags: [] };
  const prints = fingerprints(one);
  const rules = new Map<string, { readonly index: number; readonly rule: ReturnType<typeof ruleOf> }>();
  const results = [];
  let bytes = 0;
  for (const finding of sorted(one.findings)) {
    const id = ruleIdOf(one, finding);
    const known = rules.get(id);
    const { rule, index } = known ?? {
      rule: ruleOf(one, tool, { id, level: levelOf(one, finding) }),
      index: rules.size,
    };
    const result = resultOf(one, finding, { id, index, print: prints.get(finding) ?? "", place: options.place });
    bytes += bytesOf(result) + (known === undefined ? bytesOf(rule) : 0);
    if (bytes > room || results.length === maxResultsOfRun) break;
    if (known === undefined) rules.set(id, { rule, index });
    results.push(result);
  }
  const total = Math.max(one.findings_total, one.findings.length);
  const left =
    results.length === total
      ? []
      : [
          `The SARIF file has ${counted(results.length, "finding")} of ${total} of ${tool.name}: ` +
            "code scanning accepts no more.",
        ];
  const notifications = left.map((text) => ({ level: "warning", message: { text } }));
  const run = {
    tool: {
      driver: { name: tool.name, informationUri: tool.home, rules: [...rules.values()].map(({ rule }) => rule) },
    },
    automationDetails: { id: categoryOf(tool.name, options.folder) },
    invocations: [
      {
        executionSuccessful: true,
        ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
      },
    ],
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
    columnKind: "unicodeCodePoints",
    results,
  };
  return { run, left };
}

/** Bytes of a value in the log, with its comma. */
function bytesOf(value: object): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}

function resultOf(
  one: Result,
  finding: Finding,
  known: { readonly id: string; readonly index: number; readonly print: string; readonly place: string },
) {
  const inside = finding.file !== undefined && finding.file !== "" && !/^(\/|\.\.(\/|$))/.test(finding.file);
  const { file = "", line = 1, column } = inside ? finding : { file: known.place };
  return {
    ruleId: known.id,
    ruleIndex: known.index,
    level: levelOf(one, finding),
    // A bracket before a parenthesis would be a link to one of the result's own locations.
    message: { text: shortened(visible(finding.message), maxMessage).replaceAll("](", "] (") || one.title },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), uriBaseId: "%SRCROOT%" },
          region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
        },
      },
    ],
    partialFingerprints: { "phoenixDeploy/v1": known.print },
    ...(finding.in_change === undefined ? {} : { properties: { in_change: finding.in_change } }),
  };
}

function ruleOf(one: Result, tool: SarifTool, { id, level }: { readonly id: string; readonly level: string }) {
  const help = [one.remedy, one.reproduce === "" ? "" : `The same by hand: ${one.reproduce}`]
    .filter((text) => text !== "")
    .join(" ");
  return {
    id,
    shortDescription: { text: id },
    ...(help === "" ? {} : { help: { text: help } }),
    // credo's own checks have a page each; those of the project have none.
    ...(/^Credo\.Check(\.\w+)+$/.test(id) ? { helpUri: `https://hexdocs.pm/credo/${id}.html` } : {}),
    defaultConfiguration: { level },
    properties: { tags: tool.tags },
  };
}

/** The rule that a finding broke. Of an audit it is the advisory: two of them in one lock file are two alerts. */
function ruleIdOf({ id }: Result, { rule, message }: Finding): string {
  const advisory = /\b(?:GHSA(?:-\w{4}){3}|(?:EEF-)?CVE-\d{4}-\d+|EEF-[\w-]+)\b/.exec(message)?.[0];
  const audit = id === "hex-audit" || id === "deps-audit";
  const name = audit ? (advisory ?? message.split("\n")[0]) : rule;
  return shortened(visible(name ?? "").trim(), maxRule) || id;
}

/** A SHOULD is never an error. */
function levelOf({ required }: Result, { severity }: Finding): "error" | "warning" | "note" {
  if (severity === "notice") return "note";
  return severity === "error" && required ? "error" : "warning";
}

/** What keeps the runs of tools and projects apart. GitHub takes all up to the last slash for the category. */
function categoryOf(tool: string, folder: string): string {
  return ["phoenix-deploy", tool, ...folder.split("/").filter((part) => part !== "" && part !== "."), ""].join("/");
}

function uriOf(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}

/**
 * What a finding is known by from run to run: its rule, file and words without their numbers, and which of several
 * alike it is, counted down the file. It stays when lines move. GitHub's own uploader adds a hash of the line's text
 * beside it.
 */
function fingerprints(one: Result): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const downTheFile = [...one.findings].sort(
    (a, b) =>
      (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return new Map(
    downTheFile.map((finding) => {
      const words = finding.message.toWellFormed().replaceAll(/\d+/g, "#");
      const key = JSON.stringify([ruleIdOf(one, finding), finding.file ?? "", words]);
      const occurrence = (seen.get(key) ?? 0) + 1;
      seen.set(key, occurrence);
      return [finding, `${createHash("sha256").update(key).digest("hex").slice(0, 32)}:${occurrence}`];
    }),
  );
}
