// What a promotion rests on: a release, the evidence of the stages before, its pins, and an approval on GitHub.
import { createHash } from "node:crypto";
import { type Evidence, evidenceFileName, pinOf } from "../../src/domain/evidence/evidence.ts";
import type { Approval, EnvironmentRules, JobEnvironment } from "../../src/domain/gate/approval.ts";
import { manifestOf, type Release, releaseId } from "../../src/domain/release/release.ts";
import type { GitHub } from "../../src/ports/github.ts";
import type { StageRun } from "../../src/stages/stage.ts";
import type { Target } from "../../src/targets/target.ts";
import { one, release, sha, smoke, staging, validate } from "../render/story.ts";
import { Bent } from "./bent.ts";
import { closedGitHub } from "./world.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const tarball = "the bytes of the release";

export const shipped: Release = { ...release, digest: sha256(tarball), bytes: tarball.length };
export const shippedId = releaseId(shipped);

// The smoke test saw the process itself: nobody need ask the hosts again.
const seen = one("signal", "running-release", { facts: { proved: "process", release: shippedId } });

/** Evidence of validate, of the deployment to staging and of its smoke test, all passed. */
export const allPassed: readonly Evidence[] = [
  validate,
  { ...staging, to: shippedId },
  { ...smoke, results: [...smoke.results, seen] },
].map((of) => ({ ...of, release: shipped }));

/** The input `jobs` with a pin of each evidence. */
export function pinsOf(of: readonly Evidence[], result = "success"): string {
  const jobs = of.map((one) => [
    one.stage,
    { result, outputs: { evidence: JSON.stringify(pinOf(one, sha256(JSON.stringify(one)))) } },
  ]);
  return JSON.stringify(Object.fromEntries(jobs));
}

/** The handover folder with the release and this evidence, by path. */
export function handedOver(evidence: readonly Evidence[], manifest: Partial<Release> = {}): Map<string, string> {
  return new Map([
    [`/work/.phoenix-deploy/release/${release.file}`, tarball],
    ["/work/.phoenix-deploy/release/manifest.json", manifestOf({ ...shipped, ...manifest })],
    ...evidence.map(
      (one) => [`/work/.phoenix-deploy/evidence/${evidenceFileName(one)}`, JSON.stringify(one)] as [string, string],
    ),
  ]);
}

/** Targets of which staging runs this release, and every other is `target`, or answers nothing. */
export function stagingRuns(release: string, target: Target | null = null): NonNullable<StageRun["openTarget"]> {
  const staging = new Bent().deployed(release).target;
  return (_run, { name }) => (name === "staging" ? staging : (target ?? nobody));
}

const surprise = () => Promise.reject(new Error("Nobody is asked this."));
const nobody: Target = {
  ...new Bent().target,
  ...{ fitness: surprise, observe: surprise, perform: surprise, running: surprise },
};

/** GitHub that says of an environment whom it asks, and of this run how bob reviewed it. */
export function reviewing(
  environment: string,
  said: { readonly reviewers: readonly string[]; readonly state: string },
) {
  const yes =
    <T>(value: T) =>
    async () => ({ ok: true as const, value });
  const { reviewers, state } = said;
  const rules = { reviewers, hasTeam: false, preventSelfReview: true, adminsBypass: false, waitMinutes: 0 };
  const approval = { state, login: "bob", userId: 2, comment: "", environments: [environment] };
  const alice = { actorId: 1, actor: "alice", triggeringActorId: 1, triggeringActor: "alice" };
  const answers: Partial<GitHub> = {
    environment: yes<EnvironmentRules>(rules),
    approvals: yes<readonly Approval[]>([approval]),
    run: yes({ ...alice, attempt: 1, headSha: sha, event: "push" }),
    refStanding: yes({ at: sha, contains: true, ahead: 0 }),
    jobEnvironment: yes<JobEnvironment>({ name: environment, evidence: "graphql", waited: true }),
  };
  return closedGitHub(answers);
}
