// A world in which nobody is asked anything that a test did not expect.
import type { GitHub } from "../../src/ports/github.ts";
import type { World } from "../../src/ports/world.ts";
import { memoryFiles } from "./files.ts";
import { jobFacts } from "./job.ts";

/** What a token without the permission is given; a record that cannot be written changes nothing. */
const forbidden = async () => ({ ok: false, status: 403, why: "Resource not accessible by integration" }) as const;

const surprise = () => Promise.reject(new Error("Nobody is asked this."));

/** GitHub that answers only what the test says. */
export function closedGitHub(known: Partial<GitHub> = {}): GitHub {
  return {
    ...{ environment: surprise, approvals: surprise, run: surprise, jobsOfRun: forbidden, jobEnvironment: surprise },
    ...{ refStanding: surprise, pullRequestsOf: surprise, reviewsOf: surprise, permissionOf: surprise },
    ...{ memberOfTeam: surprise, stickyComment: surprise, checkRun: surprise, changedFiles: surprise },
    ...{ lastDeployment: surprise, newestIssues: surprise },
    ...{ deploymentHistory: forbidden, createDeployment: forbidden, deploymentStatus: forbidden },
    ...{ markedIssue: surprise, comparedCommits: surprise, commitOfRef: forbidden, datedCommits: forbidden },
    ...{ releasePage: surprise, latestTag: surprise, draftPage: surprise, attachFile: surprise, publishPage: surprise },
    ...{ newestPages: async () => ({ ok: true, value: [] }) as const, writePage: surprise, releasedPulls: surprise },
    ...known,
  };
}

/** A world of closed doors, apart from those that the test opens; its clock stands still. */
export function closedWorld(known: Partial<World> = {}): World {
  return {
    files: memoryFiles(),
    http: { request: surprise },
    clock: { now: () => new Date("2026-11-24T09:41:00Z"), ticks: () => 0, sleep: async () => undefined },
    cancellation: { cancelled: false },
    shell: { run: surprise },
    github: closedGitHub(),
    repository: {
      ...{
        standing: surprise,
        head: surprise,
        changes: surprise,
        differing: surprise,
        tracked: surprise,
        isShallow: surprise,
        ignored: surprise,
      },
      ...{ tags: surprise, commitOf: surprise, filesAt: surprise, atCommit: surprise },
      ...{ commitsBetween: surprise, changedBetween: surprise, fileAt: surprise },
    },
    toolchain: { versions: surprise },
    log: { info: () => undefined, warning: () => undefined, group: (_, work) => work(), annotate: () => undefined },
    job: jobFacts(),
    secret: () => undefined,
    ...known,
  };
}
