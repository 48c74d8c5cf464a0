// Status pages: loopback servers that keep what was opened, as the services publish it.
import { afterEach, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { type AnnouncedEvent, announcedEvents } from "../../src/announce/news.ts";
import { announceTo } from "../../src/announce/send.ts";
import { hostile, newsOfShop, notifierFrom } from "./news.ts";
import { type Answer, type Received, type Service, startService } from "./service.ts";

let open: Service[] = [];
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

interface Thing {
  readonly id: string;
  readonly [key: string]: unknown;
}

const json = (value: unknown, status = 200): Answer => ({ status, body: JSON.stringify(value) });

/** What `incident` of Statuspage's API may have, from its published schema. */
const statuspageKeys = new Set(
  (
    "name status impact_override scheduled_for scheduled_until scheduled_remind_prior body components component_ids " +
    "auto_transition_to_maintenance_state auto_transition_to_operational_state scheduled_auto_in_progress " +
    "scheduled_auto_completed metadata deliver_notifications backfill_date backfilled"
  ).split(" "),
);

function statuspageServer(things: Thing[]) {
  const ended = ["completed", "resolved"];
  return ({ method, path, headers, body }: Received): Answer => {
    if (headers["authorization"] !== "OAuth S3CRET") return json({ error: "unauthorized S3CRET" }, 401);
    const under = path.replace("/v1/pages/p1/incidents", "");
    const going = things.filter(({ status }) => !ended.includes(String(status)));
    if (method === "GET" && under === "/active_maintenance")
      return json(going.filter((one) => one["scheduled_for"] !== undefined));
    if (method === "GET" && under === "/unresolved")
      return json(going.filter((one) => one["scheduled_for"] === undefined));
    const { incident } = JSON.parse(body) as { incident: Thing };
    const strange = Object.keys(incident).filter((key) => !statuspageKeys.has(key));
    if (strange.length > 0) return json({ error: strange }, 422);
    if (method === "POST" && under === "") {
      things.push({ ...incident, id: `i${things.length + 1}` });
      return json(things.at(-1), 201);
    }
    const place = things.findIndex(({ id }) => under === `/${id}`);
    if (method !== "PATCH" || place < 0) return json({ error: "Not found" }, 404);
    things[place] = { ...things[place], ...incident, id: things[place]?.id ?? "" };
    return json(things[place]);
  };
}

function instatusServer(things: Thing[]) {
  return ({ method, path, headers, body }: Received): Answer => {
    if (headers["authorization"] !== "Bearer S3CRET") return json({ error: { code: "forbidden" } }, 403);
    const [, kind = "", id, update] = /^\/v1\/p1\/(\w+)s(?:\/([^/?]+)\/([\w-]+))?(?:\?.*)?$/.exec(path) ?? [];
    const of = things.filter((one) => one["kind"] === kind);
    if (method === "GET") return json(of);
    const sent = JSON.parse(body) as Record<string, unknown>;
    const needed = ["message", "components", "status", "notify", "statuses"];
    if (needed.some((key) => sent[key] === undefined)) return json({ error: { code: "bad_request" } }, 400);
    if (id === undefined) {
      if (kind === "maintenance" && typeof sent["duration"] !== "number") return json({}, 400);
      things.push({ ...sent, kind, id: `i${things.length + 1}` });
      return json(things.at(-1));
    }
    const place = things.findIndex((one) => one.id === id);
    if (place < 0 || update !== `${kind}-updates`) return json({}, 404);
    things[place] = { ...things[place], ...sent, id };
    return json({ id: "u1" });
  };
}

const pages = {
  statuspage: {
    serve: statuspageServer,
    going: "in_progress",
    seen: "verifying",
    done: "completed",
    solved: "resolved",
  },
  instatus: { serve: instatusServer, going: "INPROGRESS", seen: "VERIFYING", done: "COMPLETED", solved: "RESOLVED" },
} as const;

/** A page that keeps what it is sent, and announces to it. */
async function pageOf(type: keyof typeof pages, given: object = {}, flaky = false) {
  const things: Thing[] = [];
  const serve = pages[type].serve(things);
  let lost = false;
  const service = await startService(
    (request) => {
      const answer = serve(request);
      // The service did it, and its answer is lost: once.
      if (!flaky || lost || request.method === "GET") return answer;
      lost = true;
      return { status: 502, body: "<html>S3CRET</html>" };
    },
    { TOKEN: "S3CRET" },
  );
  open.push(service);
  const to = notifierFrom({ type, page: "p1", "token-from": "TOKEN", components: ["c1"], ...given });
  const announce = (event: AnnouncedEvent, known = {}) => announceTo(to, newsOfShop(event, known), service);
  return { things, service, announce, statuses: () => things.map(({ status }) => status) };
}

describe.each(["statuspage", "instatus"] as const)("%s", (type) => {
  const { going, seen, done, solved } = pages[type];

  test.each<[AnnouncedEvent, string]>([
    ["success", done],
    ["rollback", done],
    ["not-deployed", done],
    ["hold", seen],
    ["failed", seen],
    ["rollback-failed", seen],
  ])("has one maintenance from the start, which %s leaves as %s", async (event, status) => {
    const { announce, statuses, things } = await pageOf(type);
    expect((await announce("start")).verdict).toBe("pass");
    expect(statuses()).toEqual([going]);
    expect((await announce(event)).verdict).toBe("pass");
    expect(statuses()).toEqual([status]);
    expect(JSON.stringify(things[0])).toMatch(status === done ? /operational/i : /under_?maintenance/i);
  });

  test("hears nothing of a rollback that did not take place: a deployment may go on meanwhile", () => {
    const given = { type, page: "p1", "token-from": "TOKEN" };
    expect(notifierFrom(given).on).not.toContain("rollback-refused");
    expect(() => notifierFrom({ ...given, on: ["rollback-refused"] })).toThrow();
  });

  test("has an incident where the settings want one, until all is well again", async () => {
    const { announce, statuses } = await pageOf(type, { incidents: true });
    for (const event of ["start", "rollback-failed"] as const) await announce(event);
    expect(statuses().map((one) => String(one).toLowerCase())).toEqual(["completed", "investigating"]);
    // The next deployment, of another run.
    for (const event of ["start", "success"] as const) await announce(event, { key: `8-${event}`, deployment: "8" });
    expect(statuses()).toEqual([done, solved, done]);
  });

  test("opens nothing twice: where it is announced again, or an answer was lost", async () => {
    const { announce, things, service } = await pageOf(type, { incidents: true }, true);
    expect(await announce("start")).toMatchObject({ verdict: "pass", facts: { tries: 2 } });
    await announce("start");
    expect(things).toHaveLength(1);
    for (const event of ["success", "success"] as const) expect((await announce(event)).verdict).toBe("pass");
    expect(things).toHaveLength(1);
    expect(service.slept).toEqual([500]);
  });

  test("leaves what belongs to another environment", async () => {
    const { announce, statuses } = await pageOf(type);
    await announce("start");
    await announce("success", { environment: "staging" });
    expect(statuses()).toEqual([going]);
  });

  test("notifies its subscribers only where the settings say so, and closes nothing without a start", async () => {
    const quiet = await pageOf(type);
    expect((await quiet.announce("success")).verdict).toBe("pass");
    expect(quiet.things).toEqual([]);
    await quiet.announce("start");
    const loud = await pageOf(type, { "notify-subscribers": true });
    await loud.announce("start");
    const notified = ({ things }: { things: Thing[] }) => things[0]?.["deliver_notifications"] ?? things[0]?.["notify"];
    expect([notified(quiet), notified(loud)]).toEqual([false, true]);
  });

  test.each(announcedEvents)("says of `%s` to the public nothing of the inside", async (event) => {
    const { announce, service } = await pageOf(type, { incidents: true });
    await announce("start", { says: "web1.internal: S3CRET", version: hostile });
    await announce(event, { says: "web1.internal: S3CRET", version: hostile });
    const bodies = service.received.map(({ body }) => body).join("\n");
    expect(bodies).not.toMatch(/web1|S3CRET|alice|actions\/runs|\\u|[<>*`|]|\[click/);
  });

  test.each<[string, Answer]>([
    ["garbage", { status: 200, body: "<html>" }],
    ["another shape", json({ incidents: [] })],
    ["a refusal", json({ error: "S3CRET" }, 401)],
  ])("that answers with %s did not take it, and is sent nothing more", async (_what, answer) => {
    const service = await startService([answer], { TOKEN: "S3CRET" });
    open.push(service);
    const to = notifierFrom({ type, page: "p1", "token-from": "TOKEN" });
    const judgement = await announceTo(to, newsOfShop("start"), service);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "not_delivered" });
    expect(JSON.stringify(judgement)).not.toContain("S3CRET");
    expect(service.received.map(({ method }) => method)).toEqual(["GET"]);
  });

  test("is not asked with a token that no header takes", async () => {
    const service = await startService([json([])], { TOKEN: "S3CRET\r\nx: y" });
    open.push(service);
    const to = notifierFrom({ type, page: "p1", "token-from": "TOKEN" });
    const { says } = await announceTo(to, newsOfShop("start"), service);
    expect(says).toContain("the value for the header `authorization` has characters that no header takes");
    expect(service.received).toEqual([]);
  });
});

describe("the file of cState", () => {
  async function written(event: AnnouncedEvent, given = {}, known = {}) {
    const service = await startService([json({})]);
    open.push(service);
    const to = notifierFrom({ type: "cstate", affected: ["API", "Shop"], ...given });
    expect((await announceTo(to, newsOfShop(event, known), service)).verdict).toBe("pass");
    const [[path, text] = ["", ""]] = service.files.written;
    const [, front = "", body = ""] = text.split(/^---$/m);
    return { path, front: parse(front, { schema: "failsafe" }) as Record<string, unknown>, body };
  }

  test("is one for a deployment, with what cState asks for, resolved at its end", async () => {
    const start = await written("start");
    expect(start).toMatchObject({
      path: "/work/.phoenix-deploy/cstate/2026-11-24-shop-7-1-promote-production.md",
      front: {
        ...{ title: "Deployment of shop (production)", date: "2026-11-24 09:30:00", resolved: "false" },
        ...{ severity: "notice", affected: ["API", "Shop"], section: "issue" },
      },
    });
    const end = await written("success");
    expect(end.path).toBe(start.path);
    expect(end.front).toMatchObject({ resolved: "true", resolvedWhen: "2026-11-24 09:41:00" });
  });

  test("is an outage where the settings want incidents", async () => {
    expect((await written("rollback-failed")).front).toMatchObject({ severity: "notice", resolved: "false" });
    const { front } = await written("rollback-failed", { incidents: true });
    expect(front).toMatchObject({ severity: "down", resolved: "false", title: "Disruption of shop (production)" });
  });

  test("stays in its folder, and its texts stay texts", async () => {
    const evil = { app: `../../x\n---\n${hostile}`, deployment: "../7", version: "{{< x >}} [a](javascript:b)" };
    const { path, front, body } = await written("start", {}, evil);
    expect(path).toMatch(/^\/work\/\.phoenix-deploy\/cstate\/2026-11-24-[a-z0-9-]+\.md$/);
    expect(Object.keys(front)).toEqual(["title", "date", "resolved", "severity", "affected", "section"]);
    expect(body).not.toMatch(/\{\{|(?<!\\)[[<]/);
  });

  test("that cannot be written is a failure like others", async () => {
    const service = await startService([json({})]);
    open.push(service);
    const broken = { ...service, files: { write: () => Promise.reject(new Error("ENOSPC")) } };
    expect(await announceTo(notifierFrom({ type: "cstate" }), newsOfShop("start"), broken)).toMatchObject({
      ...{ verdict: "fail", reason_code: "not_delivered" },
    });
  });
});
