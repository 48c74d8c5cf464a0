import type { Judgement } from "../domain/evidence/result.ts";
import type { Answering } from "../domain/fleet/fleet.ts";
import type { VerifyStep } from "../domain/fleet/plan.ts";
import { releaseVersionOf } from "../domain/release/release.ts";
import { type History, joinHistories } from "../domain/watch/history.ts";
import type { Environment } from "../settings/settings.ts";
import { judgeHealthWithin } from "../signals/once/health.ts";
import { judgeOwned, judgeOwner, type Owned } from "../signals/once/owner.ts";
import { judgeSmoke } from "../signals/once/smoke.ts";
import type { Target } from "../targets/target.ts";
import { withCause } from "./cause.ts";
import { publicHttp } from "./public-http.ts";
import { judgePublicVersion } from "./public-url.ts";
import { judgeReachable } from "./reachable.ts";
import { askRouted } from "./routed.ts";
import type { StageRun } from "./stage.ts";
import { decideOpen } from "./watch/hold.ts";
import { judgeSettled } from "./watch/settle.ts";
import { watchedTarget } from "./watch/target.ts";
import { watch } from "./watch/watch.ts";

type VerifyStepOf<T extends VerifyStep["type"]> = Extract<VerifyStep, { type: T }>;

/** Where a release runs. */
interface Place {
  readonly host: string;
  readonly slot: string;
  readonly release: string;
}

/** Performs the verifying steps of a plan, bound to one environment. */
export interface Verifier {
  /** Who answers on a slot's port now: once more when all steps are done. */
  owner(place: Place): Promise<Judgement>;
  awaitHealthy(step: VerifyStepOf<"await-healthy">): Promise<Judgement>;
  smoke(step: VerifyStepOf<"smoke">): Promise<Judgement>;
  watch(step: VerifyStepOf<"observe">): Promise<Judgement>;
  settle(step: VerifyStepOf<"settle">): Promise<Judgement>;
}

/** How often a watch asks who answers on the slot's port, milliseconds. */
const ownerEveryMs = 20_000;
/** How long the last look at a process is the first one of what is asked next, milliseconds. */
const freshMs = 5_000;
/** What fails one request in ten fails within so many tries by 88 %; and how long they may take, milliseconds. */
const mostAgain = 20;
const againMs = 10_000;

/** What a verifier works with. */
interface Ground {
  readonly environment: Environment;
  readonly target: Target;
  readonly run: StageRun;
  /** Why the lock is no longer ours; null while it is. Without it there is nothing to wait for. */
  readonly lost: () => string | null;
  /** What each signal saw before the switch, by its id; undefined where nothing was measured. */
  readonly history?: () => ReadonlyMap<string, History> | undefined;
  readonly looks: Looks;
  /** What was seen of the release before in earlier watches, while it had users. */
  beside: ReadonlyMap<string, History>;
}

/** The last looks at processes that were whole, and when, in the clock's ticks. */
type Looks = Map<string, { readonly judgement: Judgement; readonly at: number }>;

/** Binds health, smoke tests and watch to a target and an environment. */
export function verifierOf(given: Omit<Ground, "looks" | "beside">): Verifier {
  const ground: Ground = { ...given, looks: new Map(), beside: new Map() };
  return {
    owner: (place) => judgeOwner(ownedBy(ground, place)),
    awaitHealthy: (step) => verifyHealth(ground, step),
    smoke: async (step) => {
      const judge = step.at === "slot" ? smokeSlot : smokePublic;
      const judgement = await judgeOwned(ownedBy(ground, step), () => judge(ground, step), lastLook(ground, step));
      return withCause(keepLook(ground, step, judgement), step, asked(ground));
    },
    watch: (step) => verifyTraffic(ground, step),
    settle: async (step) => {
      const judgement = await judgeSettled(ground.run, ground.environment, { ...step, stopped: () => ended(ground) });
      const why = ground.lost();
      return why === null ? judgement : lockLost(why);
    },
  };
}

async function verifyHealth(ground: Ground, step: VerifyStepOf<"await-healthy">): Promise<Judgement> {
  const { environment, target, run, lost } = ground;
  const { http, clock } = run.world;
  let seen: Answering | null = null;
  const owned: Owned = {
    ...ownedBy(ground, step),
    async answering() {
      seen = await target.answering(step.host, step.slot);
      return seen;
    },
  };
  const question = {
    base: await target.reach(step.host, step.slot),
    health: environment.health,
    version: releaseVersionOf(step.release),
    limitMs: step.limitMs,
    owned,
    log: () => target.logTail(step.host, step.slot),
  };
  const judgement = await judgeHealthWithin(question, { http, clock, cancelled: () => ended(ground) });
  if (judgement.verdict === "pass")
    return judgeReachable(environment, step, { judgement: keepLook(ground, step, judgement), seen });
  const why = lost();
  if (why !== null) return lockLost(why);
  return withCause({ ...judgement, tail: await target.logTail(step.host, step.slot) }, step, asked(ground));
}

async function smokeSlot({ target, run }: Ground, { host, slot }: Place): Promise<Judgement> {
  return judgeSmoke(await target.reach(host, slot), run.settings.smoke, run.world.http);
}

/**
 * Version and smoke tests through the public URL. What the slot itself answers as expected at the same moment is
 * changed on its way.
 */
async function smokePublic(ground: Ground, step: VerifyStepOf<"smoke">): Promise<Judgement> {
  if (step.shared !== undefined) return smokeWhileShared(ground, step);
  const place: Place = step;
  const { environment, run } = ground;
  const { url, health } = environment;
  const outside = publicHttp(run.world, environment);
  const version =
    health.version === null
      ? null
      : await judgePublicVersion(`${url}${health.version}`, releaseVersionOf(place.release), outside);
  if (version !== null && version.verdict !== "pass") return version;
  const smoke = await judgeSmoke(url, run.settings.smoke, outside);
  const seen = { ...smoke, facts: { ...smoke.facts, ...version?.facts } };
  if (smoke.verdict !== "fail" || (await smokeSlot(ground, place)).verdict !== "pass") return seen;
  const redirected = smoke.facts?.["redirects_to_https"] ?? smoke.facts?.["redirects_to_itself"] ?? false;
  if (redirected === false && (await failsNowAndThen(ground, place))) {
    const says = `${smoke.says} They fail now and then, on slot ${place.slot} of ${place.host} itself too.`;
    return { ...seen, says };
  }
  return {
    ...seen,
    reason_code: "public_url_failed",
    says: `${smoke.says} The same tests pass on slot ${place.slot} of ${place.host} itself.`,
    remedy: `${onTheWay(smoke)} The release is not marked bad.`,
  };
}

/**
 * One request says little of a release that fails a few of them: both are asked again and again, until the slot was
 * seen to fail and the public URL to pass. Where that is not seen, it is what is on the way.
 */
async function failsNowAndThen(ground: Ground, { host, slot }: Place): Promise<boolean> {
  const { environment, target, run } = ground;
  const tests = run.settings.smoke.filter(({ method }) => method === "GET" || method === "HEAD");
  if (tests.length === 0) return false;
  const { clock, http } = run.world;
  const outside = publicHttp(run.world, environment);
  const base = await target.reach(host, slot);
  const until = clock.ticks() + againMs;
  let fails = false;
  let passes = false;
  for (let left = mostAgain; left > 0 && clock.ticks() < until && !ended(ground); left -= 1) {
    const [there, through] = await Promise.all([
      judgeSmoke(base, tests, http),
      judgeSmoke(environment.url, tests, outside),
    ]);
    fails ||= there.verdict === "fail";
    passes ||= through.verdict === "pass";
    if (fails && passes) return true;
  }
  return false;
}

/** What to do where a request is changed between users and the application. */
function onTheWay({ facts }: Judgement): string {
  if (facts?.["redirects_to_https"] === true)
    return (
      "The application sends http to https, as `force_ssl` does in a new Phoenix application, and `url` of the " +
      "environment is http: give the router a certificate (`--certificate` of prepare.sh) and name the https address " +
      "there, or expect the redirect."
    );
  if (facts?.["redirects_to_itself"] === true)
    return (
      "The page is redirected to itself: what ends https does not say so, and `force_ssl` of the application takes " +
      "the request for http. Let the router set the header `X-Forwarded-Proto: https`, as HAProxy does with prepare.sh."
    );
  return "Look at what is between users and the application: the router's rules, a cache or a proxy.";
}

/**
 * While the release before takes requests too, either may answer, and a test of something new fails with it. What
 * passes on the slot itself is then a warning: the same tests are judged again once all requests go to the release.
 */
async function smokeWhileShared(ground: Ground, place: Place): Promise<Judgement> {
  const { environment, run } = ground;
  const own = await smokeSlot(ground, place);
  if (own.verdict !== "pass") return own;
  const outside = await judgeSmoke(environment.url, run.settings.smoke, publicHttp(run.world, environment));
  if (outside.verdict === "pass") return outside;
  const warning =
    `While ${place.release} has a part of the requests: ${outside.says} The release itself passes the smoke tests; ` +
    "they are run again when it has all requests.";
  return { ...own, warnings: [warning] };
}

/** Watches the release with traffic. The process on the slot's port and the router are asked as well. */
async function verifyTraffic(ground: Ground, step: VerifyStepOf<"observe">): Promise<Judgement> {
  const { environment, target, run, lost } = ground;
  const owned = ownedBy(ground, step);
  const first = await judgeOwner(owned);
  if (first.verdict !== "pass") return withCause(first, step, asked(ground));
  const guard = guardOwner(ground, owned);
  const stopped = () => ended(ground) || guard.disowned !== null;
  const seen = watchedTarget({ environment, target }, step.release);
  const { judgement, measured, record, least, beside } = await watch(run, {
    ...{ environment, forMs: step.watchMs, stopped, release: step.release },
    history: joinHistories(ground.history?.() ?? new Map(), ground.beside),
    // Of the public URL's answers only a part is the release's, until it has all requests.
    shared: step.shared !== undefined,
    target: seen,
  });
  guard.stop();
  ground.beside = joinHistories(ground.beside, beside);
  await run.recorder.set({ watch: record });
  if (step.shared === undefined) await run.recorder.measure("after", measured);
  if (run.world.cancellation.cancelled)
    return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
  // All at once: what failed takes requests until traffic goes back. Whoever took the lock may have moved traffic and
  // stopped the slot before our next renewal could see that.
  const [why, routed, caused] = await Promise.all([
    lost() ?? lostNow(target),
    askRouted(target, step.slot, step.shared),
    judgement.verdict === "fail" ? withCause(judgement, step, asked(ground)) : null,
  ]);
  if (why !== null) return lockLost(why);
  if (routed.verdict !== "pass") return routed;
  if (caused !== null) return caused;
  const last = guard.disowned ?? (await judgeOwner(owned));
  if (last.verdict !== "pass") return withCause(last, step, asked(ground));
  const slots = await seen.slots().catch(() => []);
  return decideOpen({
    ...{ judgement, policy: run.settings.criteria.inconclusive, seen: least, release: step.release },
    before: slots.find(({ arm }) => arm === "old") ?? null,
    runId: run.world.job.runId,
  });
}

/** Asks again and again who answers on the slot's port, beside a watch. */
function guardOwner(ground: Ground, owned: Owned) {
  let disowned: Judgement | null = null;
  let stopped = false;
  const guard = async () => {
    for (;;) {
      await ground.run.world.clock.sleep(ownerEveryMs);
      if (stopped || ended(ground)) return;
      const seen = await judgeOwner(owned);
      if (seen.verdict === "fail") {
        disowned = seen;
        return;
      }
    }
  };
  // A host that cannot be asked is asked once more when the watch is over.
  guard().catch(() => undefined);
  return {
    get disowned(): Judgement | null {
      return disowned;
    },
    stop() {
      stopped = true;
    },
  };
}

/** Nothing more may be waited for. */
function ended({ run, lost }: Ground): boolean {
  return run.world.cancellation.cancelled || lost() !== null;
}

/** Why the lock is no longer ours, asked now; null where it is, or where that is unknown, which the next step finds. */
async function lostNow(target: Target): Promise<string | null> {
  const renewal = await target.renew().catch(() => "unknown" as const);
  return typeof renewal === "object" ? renewal.lost : null;
}

function lockLost(says: string): Judgement {
  return { verdict: "fail", reason_code: "lock_lost", says };
}

function asked({ environment, target, run }: Ground) {
  return { environment, target, http: run.world.http, smoke: run.settings.smoke };
}

/** What passed ended with a look at the process, which may be the first one of what is asked next. */
function keepLook({ looks, run }: Ground, { host, slot, release }: Place, judgement: Judgement): Judgement {
  const key = `${host} ${slot} ${release}`;
  if (judgement.verdict === "pass") looks.set(key, { judgement, at: run.world.clock.ticks() });
  else looks.delete(key);
  return judgement;
}

function lastLook({ looks, run }: Ground, { host, slot, release }: Place): Judgement | null {
  const last = looks.get(`${host} ${slot} ${release}`);
  return last !== undefined && run.world.clock.ticks() - last.at < freshMs ? last.judgement : null;
}

/** The process whose answers count in a slot. */
function ownedBy({ target }: Ground, { host, slot, release }: Place): Owned {
  return { host, slot, release, answering: () => target.answering(host, slot) };
}
