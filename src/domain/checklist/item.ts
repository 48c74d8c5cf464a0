import { type Deployment, ended, type Stages } from "../evidence/deployment.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { blocks, type Result } from "../evidence/result.ts";
import type { Proof } from "../report/exit-gate.ts";

/** Items of Phase 6's checklists, by what ticks them. Nothing but evidence ticks a box. */

/**
 * What evidence says of an item: `person` is left to a person, `not-due` is not needed this time. `said` was left to a
 * person, who said that it is done.
 */
export const itemStates = ["ticked", "not-ticked", "not-due", "person", "said"] as const;
export type ItemState = (typeof itemStates)[number];

/** Whether an item is ticked, and why in one sentence. */
export interface Tick {
  readonly state: ItemState;
  readonly why: string;
}

/** What a named person says is done. */
export interface PersonTick {
  readonly id: string;
  /** A login with its `@`, or a name. */
  readonly person: string;
}

/** What the items are ticked by. */
export interface ChecklistFacts extends Stages {
  readonly deployment: Deployment;
  /** The proofs of the exit criteria "Stakeholders notified" and "Documentation updated". */
  readonly notified: Proof;
  readonly documented: Proof;
  /** The CHANGELOG's section of the version; null when there is none. */
  readonly notes: string | null;
  /** What people say of items that no evidence shows, by their ids. */
  readonly said?: ReadonlyMap<string, string>;
}

/** One item of a checklist of Phase 6. */
export interface ChecklistItem {
  /** Unique among all lists. */
  readonly id: string;
  /** As Phase 6 has it, code in backticks. */
  readonly text: string;
  /** The evidence that ticks it; where only a person can know, what that person does, as a sentence. */
  readonly by: string;
  /** Null where only a person can know. */
  readonly tick: ((facts: ChecklistFacts) => Tick) | null;
}

/** What an item has beside its check. */
interface CheckMore {
  /** Where it is not that of the check. */
  readonly id?: string;
  /** What the item asks for beyond the check: its state where that is not there, although the check passed. */
  readonly unless?: (facts: Result["facts"]) => Tick | null;
}

/** An item that a check of validate ticks. */
export function checkItem(check: string, text: string, { id = check, unless }: CheckMore = {}): ChecklistItem {
  const tick = ({ validate }: ChecklistFacts): Tick => {
    if (validate === null) return notTicked("There is no evidence of validate.");
    const one = validate.results.find((result) => result.kind === "check" && result.id === check);
    if (one === undefined) return notTicked(`validate ran no check \`${check}\`.`);
    return (one.verdict === "pass" ? unless?.(one.facts) : null) ?? ofResult(one);
  };
  return { id, text, by: `the check \`${check}\` of validate`, tick };
}

/** The coverage that Phase 6 asks for, percent: settings may ask for less. */
const phase6Coverage = 80;

export function belowCoverage({ coverage }: Result["facts"]): Tick | null {
  return typeof coverage === "number" && coverage < phase6Coverage
    ? notTicked(`The check passed with a lower minimum of the settings: coverage is ${coverage.toFixed(1)} %.`)
    : null;
}

/** Migrations that are not new are not rolled back in the rehearsal. */
export function nothingNew({ new: added }: Result["facts"]): Tick | null {
  return added === 0 ? { state: "not-due", why: "No migration is new: there is nothing to roll back." } : null;
}

/** The evidence that an item of an environment is ticked by. */
type Place = "staging" | "production";

const stageOf = { staging: "deploy-staging", production: "promote" } as const;

function evidenceOf(place: Place, { staging, promote }: ChecklistFacts): Evidence | null {
  return place === "staging" ? staging : promote;
}

export function deployedItem(place: Place, text: string): ChecklistItem {
  const tick = (facts: ChecklistFacts): Tick => {
    const evidence = evidenceOf(place, facts);
    if (evidence === null) return notTicked(`There is no evidence of ${stageOf[place]}.`);
    if (evidence.status !== "passed") return notTicked(`${stageOf[place]} ${ended(evidence)}: ${evidence.says}`);
    const { status, says } = facts.deployment;
    if (place === "production" && status !== "SUCCESS") return notTicked(says);
    return { state: "ticked", why: evidence.says };
  };
  return { id: `${place}-deployed`, text, by: `${stageOf[place]} passed`, tick };
}

export function migratedItem(place: Place): ChecklistItem {
  const tick = (facts: ChecklistFacts): Tick => {
    const evidence = evidenceOf(place, facts);
    if (evidence === null) return notTicked(`There is no evidence of ${stageOf[place]}.`);
    const all = evidence.results.filter(({ kind, id }) => kind === "step" && id === "migrate");
    const [first] = all;
    if (first !== undefined) return ofResult(all.find(({ verdict }) => verdict !== "pass") ?? first);
    if (evidence.status !== "passed") return notTicked(`${stageOf[place]} ${ended(evidence)} without migrating.`);
    return { state: "not-due", why: `${stageOf[place]} passed, and its plan had no migrations to run.` };
  };
  const by = `the step \`migrate\` of ${stageOf[place]}`;
  return { id: `${place}-migrated`, text: "Migrations run successfully", by, tick };
}

/** An item that looks at the release tick: each of them, up to the first result that blocked the deployment. */
export function signalItem(place: Place, signal: "health" | "smoke", text: string): ChecklistItem {
  const tick = (facts: ChecklistFacts): Tick => {
    const evidence = evidenceOf(place, facts);
    const outside = place === "staging" ? (facts.smoke?.results ?? []) : [];
    const looks = [...ofRelease(evidence), ...outside].filter(({ kind, id }) => kind === "signal" && id === signal);
    const [first] = looks;
    const which = place === "staging" ? "deploy-staging and smoke-test" : "promote";
    if (first === undefined)
      return notTicked(
        evidence === null
          ? `There is no evidence of ${stageOf[place]}.`
          : `The evidence of ${which} has no \`${signal}\`.`,
      );
    if (place === "staging" && !outside.some(({ id }) => id === signal))
      return notTicked(`The evidence of smoke-test has no \`${signal}\`.`);
    return ofResult(looks.find(({ verdict }) => verdict !== "pass") ?? looks.at(-1) ?? first);
  };
  const by = place === "staging" ? `\`${signal}\` of deploy-staging and smoke-test` : `\`${signal}\` of promote`;
  return { id: `${place}-${signal}`, text, by, tick };
}

/** An item that the watch ticks, by the metrics that it judged; left to a person where it judged none of them. */
export function watchItem(id: string, text: string, metrics: readonly string[]): ChecklistItem {
  const tick = ({ promote, deployment }: ChecklistFacts): Tick => {
    const watch = promote?.results.findLast((one) => one.kind === "signal" && one.id === "watch");
    if (promote === null || watch === undefined) return notTicked("The release was not watched with traffic.");
    const judged = (promote.watch?.metrics ?? []).filter((one) => metrics.includes(one.metric) && one.verdict !== null);
    const errors = metrics.includes("error rate");
    if (judged.length === 0 && !errors)
      return { state: "person", why: "The watch did not judge it: the settings do not ask for that." };
    const worst = judged.find(({ verdict }) => verdict !== "pass");
    if (worst !== undefined) return notTicked(`${worst.metric} of ${worst.signal} is ${worst.verdict}: ${watch.says}`);
    if (watch.verdict !== "pass" || watch.facts["accepted"] === true) return notTicked(watch.says);
    if (deployment.status !== "SUCCESS") return notTicked(`The watch passed, and then: ${deployment.says}`);
    return { state: "ticked", why: watch.says };
  };
  return { id, text, by: "the watch of promote, where it judged this", tick };
}

export function proofItem(id: string, text: string, which: "notified" | "documented"): ChecklistItem {
  const tick = (facts: ChecklistFacts): Tick => {
    const { met, restsOn, word } = facts[which];
    return { state: word === true ? "said" : met ? "ticked" : "not-ticked", why: restsOn };
  };
  const criterion = which === "notified" ? "Stakeholders notified" : "Documentation updated";
  return { id, text, by: `the exit criterion "${criterion}"`, tick };
}

export function personItem(id: string, text: string, by: string): ChecklistItem {
  return { id, text, by, tick: null };
}

export function backupVerified({ promote }: ChecklistFacts): Tick {
  if (promote === null) return notTicked("There is no evidence of promote.");
  const all = promote.results.filter(({ kind, id }) => kind === "step" && id === "backup");
  const [first] = all;
  if (first !== undefined) {
    const failed = all.find(({ verdict }) => verdict !== "pass");
    if (failed !== undefined) return notTicked(failed.says);
    // Where no migration was pending, there is no file.
    const verified = all.find(({ facts }) => Object.hasOwn(facts, "file"));
    return verified === undefined ? { state: "not-due", why: first.says } : { state: "ticked", why: verified.says };
  }
  const migrated = promote.results.find(({ kind, id }) => kind === "step" && id === "migrate");
  if (migrated === undefined && promote.status === "passed")
    return { state: "not-due", why: "promote passed, and its plan had no migrations to run." };
  const named = promote.results.find(({ kind, id }) => kind === "gate" && id === "backup-named");
  if (named?.verdict === "pass")
    return { state: "person", why: `${named.says} promote did not make it: look whether it can be restored.` };
  return notTicked(named?.says ?? "promote made no backup.");
}

/** What was done for the release itself: up to the first result that blocked it. What follows is the rollback. */
export function ofRelease(evidence: Evidence | null): readonly Result[] {
  const results = evidence?.results ?? [];
  const stop = results.findIndex(blocks);
  return stop < 0 ? results : results.slice(0, stop + 1);
}

function ofResult({ verdict, reason_code, says }: Result): Tick {
  if (verdict === "pass") return { state: "ticked", why: says };
  if (reason_code === "not_applicable") return { state: "not-due", why: says };
  return notTicked(says);
}

function notTicked(why: string): Tick {
  return { state: "not-ticked", why };
}
