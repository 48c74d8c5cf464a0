// Tools that mark deployments: loopback servers for each, by the service's published format.
import { afterEach, describe, expect, test } from "@jest/globals";
import type { AnnouncedEvent } from "../../src/announce/news.ts";
import { announceTo } from "../../src/announce/send.ts";
import { hostile, newsOfShop, notifierFrom } from "./news.ts";
import { type Answer, type Received, type Service, startService } from "./service.ts";

let open: Service[] = [];
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

const json = (value: unknown, status = 200): Answer => ({ status, body: JSON.stringify(value) });
const back = { serves: "1.0.0", version: "1.1.0" };

async function announcer(given: object, serve: (request: Received) => Answer) {
  const service = await startService(serve, { TOKEN: "S3CRET" });
  open.push(service);
  const to = notifierFrom({ ...given });
  const announce = async (event: AnnouncedEvent, known = {}) => {
    const judgement = await announceTo(to, newsOfShop(event, known), service);
    expect(JSON.stringify(judgement)).not.toContain("S3CRET");
    return judgement;
  };
  return { service, announce };
}

describe("Sentry", () => {
  const given = { type: "sentry", "token-from": "TOKEN", organization: "acme", projects: ["shop"] };

  /** Releases with their deploys, as Sentry keeps them; the first answer to a new deploy can be lost. */
  function sentry(lossy = false) {
    const releases = new Map<string, { name: string; environment: string }[]>();
    let lost = !lossy;
    const serve = ({ method, path, headers, body }: Received): Answer => {
      if (headers["authorization"] !== "Bearer S3CRET") return json({ detail: "S3CRET" }, 401);
      const [, version] = /^\/api\/0\/organizations\/acme\/releases\/(?:([^/]+)\/deploys\/)?$/.exec(path) ?? [];
      const sent = body === "" ? {} : (JSON.parse(body) as Record<string, string>);
      if (version === undefined) {
        const known = releases.has(sent["version"] ?? "");
        if (!known) releases.set(sent["version"] ?? "", []);
        return json({}, known ? 208 : 201);
      }
      const deploys = releases.get(decodeURIComponent(version));
      if (deploys === undefined) return json({}, 404);
      if (method === "GET") return json(deploys);
      if ((sent["name"] ?? "").length > 64) return json({ name: ["too long"] }, 400);
      deploys.push({ name: sent["name"] ?? "", environment: sent["environment"] ?? "" });
      if (lost) return json({}, 201);
      lost = true;
      return { status: 504 };
    };
    return { releases, serve };
  }

  test("has the release and one deploy of it, however often that is announced", async () => {
    const { releases, serve } = sentry(true);
    const { announce } = await announcer(given, serve);
    expect(await announce("success")).toMatchObject({ verdict: "pass", facts: { tries: 2 } });
    expect((await announce("success")).verdict).toBe("pass");
    expect([...releases]).toEqual([["shop@1.1.0", [{ name: expect.stringMatching(/./), environment: "production" }]]]);
  });

  test("has a deploy of the release before where that serves again", async () => {
    const { releases, serve } = sentry();
    const { announce, service } = await announcer({ ...given, "release-as": "version" }, serve);
    await announce("success");
    await announce("rollback", back);
    expect([...releases].map(([version, deploys]) => [version, deploys.length])).toEqual([
      ["1.1.0", 1],
      ["1.0.0", 1],
    ]);
    expect(JSON.parse(service.received.at(-1)?.body ?? "")).toMatchObject({
      ...{ dateStarted: "2026-11-24T09:30:00.000Z", dateFinished: "2026-11-24T09:41:00.000Z", projects: ["shop"] },
    });
  });

  test("may be another server, below a path", async () => {
    const { serve } = sentry();
    const mine = { ...given, url: "https://sentry.example.com/sub/" };
    const { announce, service } = await announcer(mine, (request) =>
      serve({ ...request, path: request.path.slice(4) }),
    );
    expect((await announce("success")).verdict).toBe("pass");
    expect(service.received[0]?.path).toBe("/sub/api/0/organizations/acme/releases/");
  });

  test("is not asked where nobody knows what serves", async () => {
    const { announce, service } = await announcer(given, sentry().serve);
    expect(await announce("rollback", { serves: null })).toMatchObject({
      ...{ verdict: "fail", says: "Sentry was not asked: it is unknown which version serves (try 1 of 5)." },
    });
    expect(service.received).toEqual([]);
  });
});

describe("AppSignal", () => {
  const given = { type: "appsignal", "key-from": "TOKEN", name: "The shop & more" };

  test("has a marker with the revision, its key in the address alone", async () => {
    const { announce, service } = await announcer(given, () => ({ status: 200 }));
    expect((await announce("success")).verdict).toBe("pass");
    expect((await announce("rollback", back)).verdict).toBe("pass");
    const [first, second] = service.received;
    const url = new URL(first?.path ?? "", "http://x");
    expect([first?.method, url.pathname, Object.fromEntries(url.searchParams)]).toEqual([
      ...["POST", "/1/markers"],
      { api_key: "S3CRET", name: "The shop & more", environment: "production" },
    ]);
    expect(JSON.parse(first?.body ?? "")).toEqual({ revision: "a".repeat(40), repository: "acme/shop", user: "alice" });
    expect(JSON.parse(second?.body ?? "")).toMatchObject({ revision: "1.0.0" });
  });
});

describe("Honeybadger", () => {
  test("has a deploy as a form", async () => {
    const { announce, service } = await announcer({ type: "honeybadger", "key-from": "TOKEN" }, () =>
      json({ status: "OK" }, 201),
    );
    expect((await announce("success", { actor: hostile })).verdict).toBe("pass");
    const [request] = service.received;
    expect([request?.method, request?.path]).toEqual(["POST", "/v1/deploys"]);
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      ...{ api_key: "S3CRET", "deploy[environment]": "production", "deploy[revision]": "a".repeat(40) },
      ...{ "deploy[repository]": "https://github.com/acme/shop", "deploy[local_username]": hostile },
    });
  });
});

describe("Grafana", () => {
  const given = { type: "grafana", "token-from": "TOKEN", url: "https://grafana.example.com/g/", tags: ["shop-web"] };

  /** Annotations, as Grafana keeps them: found by all of the tags that are asked for. */
  function grafana() {
    const kept: { tags: string[]; text: string; time: number; timeEnd: number }[] = [];
    const serve = ({ method, path, headers, body }: Received): Answer => {
      const url = new URL(path, "http://x");
      if (headers["authorization"] !== "Bearer S3CRET") return json({ message: "Unauthorized" }, 401);
      if (url.pathname !== "/g/api/annotations") return json({}, 404);
      const wanted = url.searchParams.getAll("tags");
      if (method === "GET")
        return json(kept.flatMap(({ tags }, id) => (wanted.every((tag) => tags.includes(tag)) ? [{ id }] : [])));
      kept.push(JSON.parse(body));
      return json({ message: "Annotation added", id: kept.length });
    };
    return { kept, serve };
  }

  test("has one annotation from the start to the end, however often it is announced", async () => {
    const { kept, serve } = grafana();
    const { announce } = await announcer(given, serve);
    for (const event of ["success", "success", "rollback"] as const)
      expect((await announce(event)).verdict).toBe("pass");
    expect(kept).toHaveLength(2);
    expect(kept[0]).toMatchObject({
      ...{ time: Date.parse("2026-11-24T09:30:00Z"), timeEnd: Date.parse("2026-11-24T09:41:00Z") },
      tags: [
        "deploy",
        "shop",
        "production",
        "success",
        expect.stringMatching(/^phoenix-deploy:[0-9a-f]{16}$/),
        "shop-web",
      ],
    });
  });

  test("gets no HTML from outside", async () => {
    const { kept, serve } = grafana();
    const { announce } = await announcer({ ...given, dashboard: "abc_1" }, serve);
    await announce("failed", { says: hostile, app: hostile });
    expect(kept[0]).toMatchObject({ dashboardUID: "abc_1" });
    expect(kept[0]?.text.replace(/ <a href="https:\/\/github\.com\/[\w/]+">Run<\/a>$/, "")).not.toMatch(/[<>"]/);
  });

  test("that answers with garbage is not sent an annotation that may be there", async () => {
    const { announce, service } = await announcer(given, () => ({ status: 200, body: "login" }));
    expect(await announce("success")).toMatchObject({
      says: "Grafana answered 200 (not as its API is published) (try 1 of 5).",
    });
    expect(service.received).toHaveLength(1);
  });
});
