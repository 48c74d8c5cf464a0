import type { Arm } from "../watch/sample.ts";

/** A slot in which a release runs while another is watched, or is watched itself. */
export interface WatchedSlot {
  readonly host: string;
  readonly slot: string;
  readonly port: number;
  /** What routers call it. */
  readonly server: string;
  readonly release: string;
  /** `new` where the release under watch runs in it. */
  readonly arm: Arm;
}

/** Requests to one server, as a router has counted them since it began. */
export interface ServerCounts {
  readonly server: string;
  readonly requests: number;
  /** Those that the server answered with 5xx, or not at all. */
  readonly failed: number;
}

/**
 * What a target is asked while a release is watched. Each question throws, with a sentence, where it cannot be
 * answered: nothing that is unknown looks like a number.
 */
export interface TargetQuestions {
  /** Sums over all routers, for each server of the fleet. */
  routerCounts(): Promise<readonly ServerCounts[]>;
  /** Bytes of memory that the process of a slot has. */
  memory(host: string, slot: string): Promise<number>;
  /** Lines that the process of a slot has logged since its start, and how many of them are errors. */
  logCounts(host: string, slot: string): Promise<{ readonly lines: number; readonly errors: number }>;
  /** What an expression prints that the release of a slot evaluates, in a virtual machine of its own. */
  evaluate(host: string, slot: string, expression: string): Promise<string>;
}
