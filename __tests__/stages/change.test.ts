// What marks a release bad, the public address, and bookkeeping: a change of a target as a stage makes it.
import { describe, expect, test } from "@jest/globals";
import { deploymentOf } from "../../src/domain/evidence/deployment.ts";
import { type Evidence, evidenceSchema } from "../../src/domain/evidence/evidence.ts";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { releaseNumber } from "../strategies/fleet-model.ts";
import { Bent, first, second } from "../support/bent.ts";

describe("a run that was cut off for so long that a host sent traffic back by itself", () => {
  test("touches nothing more, whatever it saw meanwhile", async () => {
    const bent = new Bent().deployed(first);
    bent.answers.push({ matches: /^https:\/\/example\.com\/version$/, status: 200, body: '{"version":"0.0.9"}' });
    const { observe } = bent.target;
    Object.assign(bent.target, {
      observe: async () => {
        const seen = await observe();
        if ("failed" in seen || !bent.sent.includes("shift")) return seen;
        const reversed = { at: 1, owner: "run-7-1-deploy-5001", seconds: 60 };
        return { fleet: { ...seen.fleet, hosts: seen.fleet.hosts.map((host) => ({ ...host, reversed })) } };
      },
    });
    const { conclusion } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "lock_lost" });
    expect(conclusion.says).toContain(
      "web1 sent traffic back by itself: there was no sign of life of this run for 60 s.",
    );
    expect(bent.sent.slice(bent.sent.indexOf("shift"))).toEqual(["shift", "release-lock"]);
  });
});

describe("a release is not marked bad, and may be deployed again, after", () => {
  const outside: readonly (readonly [string, (bent: Bent) => void, string])[] = [
    [
      "a database that was away while its versions were read",
      (bent) => bent.failing.set("migrate", { verdict: "fail", reason_code: "migration_failed", says: "No database." }),
      "migration_failed",
    ],
    [
      "a router's socket without rights",
      (bent) =>
        bent.failing.set("shift", { verdict: "fail", reason_code: "router_failed", says: "Permission denied." }),
      "router_failed",
    ],
    [
      "a full disk",
      (bent) =>
        bent.failing.set("unpack", { verdict: "fail", reason_code: "unpack_failed", says: "No space left on device." }),
      "unpack_failed",
    ],
    [
      "a host that did not say what it did",
      (bent) =>
        bent.failing.set("start", { verdict: "error", reason_code: "state_unknown", says: "Connection reset." }),
      "state_unknown",
    ],
    [
      "PHX_SERVER missing: its process runs and nothing listens",
      (bent) => bent.model.natures.set(second, "sick"),
      "not_listening",
    ],
    [
      "a variable missing, as its log says",
      (bent) => {
        bent.model.natures.set(second, "lying");
        bent.log = "** (RuntimeError) environment variable DATABASE_URL is missing.";
      },
      "configuration_missing",
    ],
    [
      "a database away at its boot, as its log says",
      (bent) => {
        bent.model.natures.set(second, "lying");
        bent.log = "(DBConnection.ConnectionError) tcp connect (localhost:5432): connection refused - :econnrefused";
      },
      "database_unreachable",
    ],
    [
      "a database away from the verified release as well, which is not ready either",
      (bent) => bent.answers.push({ matches: /\/ready$/, status: 503, body: '{"services":{"database":"error"}}' }),
      "outage",
    ],
    [
      "a smoke test with a wrong expectation, which the verified release fails in the same way",
      (bent) => bent.answers.push({ matches: /slot-.*\/$/, status: 404 }),
      "smoke_fails_alike",
    ],
    [
      "a mistyped health path",
      (bent) => bent.answers.push({ matches: /slot-.*\/health$/, status: 404 }),
      "settings_mismatch",
    ],
    [
      "a password before every path",
      (bent) => bent.answers.push({ matches: /slot-green\/(health|ready)$/, status: 401 }),
      "settings_mismatch",
    ],
  ];

  test.each(outside)("%s", async (_what, bend, reason_code) => {
    const bent = new Bent().deployed(first);
    bend(bent);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", reason_code });
    expect(conclusion.remedy).not.toBe("");
    expect(host).toMatchObject({ bad: [], lease: null, active: { release: first } });
    bent.failing.clear();
    bent.answers.length = 0;
    bent.log = "";
    bent.model.natures.clear();
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "passed" });
  });
});

describe("a release that fails a smoke test is marked bad where the verified release", () => {
  test.each([
    ["passes it", 200],
    ["fails it in another way", 404],
  ])("%s", async (_, status) => {
    const bent = new Bent().deployed(first);
    bent.answers.push({ matches: /slot-blue\/$/, status }, { matches: /slot-green\/$/, status: 500 });
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "smoke_failed" });
    expect(host).toMatchObject({ bad: [second], active: { release: first } });
  });
});

test("a smoke test that the verified release fails too stops a deployment, and says what is at fault", async () => {
  const bent = new Bent(2, "in groups").deployed(first);
  bent.answers.push({ matches: /slot-.*\/$/, status: 404 });
  const { conclusion } = await bent.change("deploy");
  expect(conclusion).toMatchObject({ status: "failed", reason_code: "smoke_fails_alike" });
  expect(conclusion.says).toContain(
    `answered 404, expected 200. ${first}, which was verified before, fails in the same way: the test, or what both`,
  );
  expect(conclusion.remedy).toContain("The release is not marked bad.");
  expect(bent.model.hosts.map(({ active, bad }) => ({ active: active?.release, bad }))).toEqual([
    { active: first, bad: [] },
    { active: first, bad: [] },
  ]);
});

describe("a release that does not answer on its host", () => {
  test.each<[string, (bent: Bent) => void, string]>([
    [
      "and does not listen is told so",
      (bent) => bent.model.natures.set(second, "sick"),
      "Process 7 runs, and nothing listens on port 4001.",
    ],
    [
      "and listens on ::1 alone is told so, not that it does not listen",
      (bent) => bent.answers.push({ matches: /slot-green/, status: 0 }),
      "Process 7 listens on port 4001 of an address other than 127.0.0.1.",
    ],
  ])("%s", async (_what, bend, says) => {
    const bent = new Bent().deployed(first);
    bend(bent);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ reason_code: "not_listening", says: expect.stringContaining(says) });
    expect(host.bad).toEqual([]);
  });

  test("and was started again by systemd is at fault for that, and not for a server that is off", async () => {
    const bent = new Bent().deployed(first);
    bent.model.natures.set(second, "sick");
    bent.unit = { restarts: 3, result: "success", status: 0, memoryMax: null };
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ reason_code: "not_healthy" });
    expect(conclusion.says).toContain("systemd started it again 3 times since its start.");
    expect(`${conclusion.says} ${conclusion.remedy}`).not.toContain("PHX_SERVER");
    expect(host.bad).toEqual([second]);
  });
});

describe("a release is marked bad", () => {
  test.each<[string, (bent: Bent) => void, string]>([
    ["that answers and is not healthy", (bent) => bent.model.natures.set(second, "lying"), "not_healthy"],
    [
      "that is not ready while the verified one is",
      (bent) =>
        bent.answers.push({ matches: /slot-green\/ready$/, status: 503, body: '{"services":{"cache":"error"}}' }),
      "not_ready",
    ],
    [
      "that answers another version than it says",
      (bent) => bent.answers.push({ matches: /slot-green\/version$/, status: 200, body: '{"version":"0.9.0"}' }),
      "wrong_version",
    ],
    [
      "that is not healthy at a path that the verified one does not have yet",
      (bent) =>
        bent.answers.push(
          { matches: /slot-blue\/health$/, status: 404 },
          { matches: /slot-green\/health$/, status: 500 },
        ),
      "not_healthy",
    ],
    [
      "that fails its smoke tests",
      (bent) => bent.answers.push({ matches: /slot-green\/$/, status: 500 }),
      "smoke_failed",
    ],
  ])("%s", async (_what, bend, reason_code) => {
    const bent = new Bent().deployed(first);
    bend(bent);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", reason_code });
    expect(host).toMatchObject({ bad: [second], lease: null, active: { release: first } });
  });
});

describe("what stands before the release", () => {
  /** Bends the world when the release has the traffic. */
  const afterShift = (bent: Bent, bend: () => void) => {
    const { perform } = bent.target;
    Object.assign(bent.target, {
      perform: async (step: Parameters<typeof perform>[0]) => {
        const judgement = await perform(step);
        if (step.type === "shift" && step.weights["green"] === 100) bend();
        return judgement;
      },
    });
    return bent;
  };

  test("does not mark it bad where a smoke test fails there, and passes on the slot itself", async () => {
    const bent = new Bent().deployed(first);
    afterShift(bent, () => bent.answers.push({ matches: /example\.com\/$/, status: 403 }));
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "public_url_failed" });
    expect(conclusion.says).toContain("The same tests pass on slot green of web1 itself.");
    expect(host).toMatchObject({ bad: [], active: { release: first } });
  });

  test.each([
    ["to the old slot", { blue: 100, green: 0 }],
    ["to both slots", { blue: 100, green: 100 }],
    ["nowhere", { blue: 0, green: 0 }],
  ])(
    "fails the watch where it sends requests %s since its restart, and does not record the release",
    async (_where, router) => {
      const bent = afterShift(new Bent().deployed(first), () => undefined);
      const request = bent.http.request;
      let asked = 0;
      Object.assign(bent.http, {
        request: (one: Parameters<typeof request>[0]) => {
          asked += one.url.startsWith("https://example.com") && bent.sent.includes("shift") ? 1 : 0;
          if (asked === 5) Object.assign(bent.model.router ?? {}, router);
          return request(one);
        },
      });
      const { conclusion, host } = await bent.change("deploy", { watchMs: 60_000 });
      expect(conclusion).toMatchObject({ status: "failed", reason_code: "router_failed" });
      expect(conclusion.says).toContain("New requests do not go to green alone any more");
      expect(host).toMatchObject({ bad: [], active: { release: first, slot: "blue" } });
      expect(bent.model.serves()).toBe(true);
    },
  );
});

describe("a rollback that fails", () => {
  test("leaves the release that it went to as it is: the next one may go to it", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.model.natures.set(first, "lying");
    const { conclusion, host } = await bent.change("rollback");
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "not_healthy" });
    expect(host).toMatchObject({ bad: [], active: { release: second }, lease: null });
    bent.model.natures.clear();
    expect((await bent.change("rollback")).conclusion).toMatchObject({ status: "passed" });
  });

  test("is no failure when only the public address does not answer: that is a warning", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.answers.push({ matches: /example\.com/, status: 0 });
    const { conclusion, evidence, host } = await bent.change("rollback");
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(host.active?.release).toBe(first);
    expect(evidence.warnings.join()).toContain("https://example.com/version did not answer: ECONNREFUSED.");
    expect(evidence.results.filter(({ required, verdict }) => required && verdict !== "pass")).toEqual([]);
  });
});

describe("a public address that leads elsewhere", () => {
  test.each([
    ["does not answer", { matches: /example\.com/, status: 0 }],
    ["is another site's", { matches: /example\.com/, status: 404, body: "<html>" }],
    ["redirects", { matches: /example\.com/, status: 301 }],
  ])("and %s is found before anything is changed", async (_what, answer) => {
    const bent = new Bent().deployed(first);
    bent.answers.push(answer);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "public_url_failed" });
    expect(conclusion.says).toMatch(/Nothing was changed\.$/);
    expect(bent.sent).toEqual([]);
    expect(host).toMatchObject({ bad: [], releases: [first] });
  });

  test.each(["CERT_HAS_EXPIRED", "ERR_TLS_CERT_ALTNAME_INVALID", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"])(
    "and whose certificate is not accepted (%s) is no wrong address",
    async (why) => {
      const bent = new Bent().deployed(first);
      bent.answers.push({ matches: /example\.com/, status: 0, body: why });
      const { conclusion } = await bent.change("deploy");
      expect(conclusion).toMatchObject({ status: "failed", reason_code: "public_url_failed" });
      expect(conclusion.says).toContain(
        `did not answer: ${why}. ${first} answers on web1 itself, so it is the certificate`,
      );
      expect(conclusion.remedy).toContain("Renew the certificate of https://example.com");
    },
  );

  test("is found by a dry run as well", async () => {
    const bent = new Bent().deployed(first);
    bent.answers.push({ matches: /example\.com/, status: 0 });
    expect((await bent.change("deploy", { dryRun: true })).conclusion).toMatchObject({
      reason_code: "public_url_failed",
    });
  });

  test.each([
    ["nothing serves yet", new Bent()],
    [
      "what serves is down itself, so that the deployment is the remedy",
      (() => {
        const bent = new Bent().deployed(first);
        bent.answers.push({ matches: /slot-blue/, status: 500 }, { matches: /example\.com/, status: 503 });
        bent.before = ({ type }) => {
          if (type === "shift") bent.answers.length = 0;
        };
        return bent;
      })(),
    ],
  ])("cannot be told when %s: the deployment goes on", async (_what, bent) => {
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "passed" });
  });

  test("after the shift only is rolled back, and is no fault of the release", async () => {
    const bent = new Bent().deployed(first);
    bent.before = ({ type }) => {
      if (type === "shift") bent.answers.push({ matches: /example\.com/, status: 502 });
    };
    const { conclusion, host, evidence } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "public_url_failed" });
    expect(conclusion.says).toContain("The release was rolled back");
    expect(host).toMatchObject({ active: { release: first }, bad: [], lease: null });
    expect(evidence.warnings.join()).toContain("the rollback goes on");
  });
});

describe("bookkeeping that fails is a warning, and does not change the verdict", () => {
  const broken: Judgement = { verdict: "fail", reason_code: "host_unsuitable", says: "The disk is read-only." };

  test.each(["prune", "release-lock"] as const)("`%s` after a deployment", async (type) => {
    const bent = new Bent().deployed(first);
    // More releases than are kept.
    for (let number = 10; number < 16; number += 1) bent.model.hosts[0]?.releases.unshift(releaseNumber(number));
    bent.failing.set(type, broken);
    const { conclusion, evidence, host } = await bent.change("deploy");
    expect(bent.sent).toContain(type);
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(host.active?.release).toBe(second);
    expect(evidence.warnings.join()).toContain("The disk is read-only.");
    expect(evidence.results.filter(({ required, verdict }) => required && verdict !== "pass")).toEqual([]);
  });

  test("said by several steps stands once in the evidence", async () => {
    const bent = new Bent().deployed(first);
    const warnings = ["The lease could not be renewed."];
    bent.failing.set("upload", { verdict: "pass", reason_code: "passed", says: "Done.", warnings });
    bent.failing.set("drain", { verdict: "pass", reason_code: "passed", says: "Done.", warnings });
    const { evidence } = await bent.change("deploy");
    expect(bent.sent).toEqual(expect.arrayContaining(["upload", "drain"]));
    expect(evidence.warnings).toEqual(warnings);
  });

  test("`mark-bad` after a release was rolled back", async () => {
    const bent = new Bent().deployed(first);
    bent.model.natures.set(second, "lying");
    bent.failing.set("mark-bad", broken);
    const { conclusion, evidence } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "not_healthy" });
    expect(evidence.warnings.join()).toContain("The disk is read-only.");
  });
});

describe("a run that is killed", () => {
  test("leaves the step under way in its evidence: the report does not call it not deployed", async () => {
    const bent = new Bent().deployed(first);
    const left = new Map<string, Evidence>();
    bent.before = ({ type }) => {
      const [text = ""] = [...bent.disk.files].filter(([path]) => path.endsWith(".json")).map(([, content]) => content);
      left.set(type, evidenceSchema.parse(JSON.parse(text)));
    };
    const { evidence } = await bent.change("deploy");
    const none = { validate: null, staging: null, smoke: null, rollback: null, promoteLost: false, gaps: true };
    const status = (type: string) =>
      deploymentOf({ ...none, environment: "production", promote: left.get(type) ?? null }).status;
    expect(left.get("shift")?.results.at(-1)).toMatchObject({
      id: "shift",
      verdict: "inconclusive",
      reason_code: "running",
    });
    expect([status("upload"), status("start"), status("shift")]).toEqual(["NOT DEPLOYED", "UNKNOWN", "UNKNOWN"]);
    expect(evidence.results.filter(({ reason_code }) => reason_code === "running")).toEqual([]);
    expect(evidence.results.filter(({ id }) => id === "shift")).toHaveLength(1);
  });
});

describe("an error of our own in a step", () => {
  test.each(["upload", "start", "shift", "activate"])(
    "at `%s` is rolled back as any other failure, and condemns nothing",
    async (at) => {
      const bent = new Bent().deployed(first);
      bent.before = ({ type }) => {
        if (type !== at || bent.sent.includes("activate")) return;
        bent.before = () => undefined;
        throw new RangeError("Maximum call stack size exceeded");
      };
      const { conclusion, host } = await bent.change("deploy");
      expect(conclusion).toMatchObject({ status: "failed", reason_code: "unexpected_error" });
      expect(conclusion.says).toContain("Unexpected error: Maximum call stack size exceeded");
      expect(conclusion.says).toMatch(new RegExp(`${first} serves`));
      expect(host).toMatchObject({ active: { release: first }, bad: [] });
    },
  );
});
