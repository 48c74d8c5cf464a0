// A headless Chromium that shows pages and takes pictures of them, spoken to over a pipe: no port is opened, nothing
// is fetched.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** How a page is looked at. */
export interface View {
  /** Pixels. */
  readonly width: number;
  readonly scheme: "light" | "dark";
  /** Open what is folded. */
  readonly open: boolean;
}

/** What a view of a page showed: a picture, and each thing that is wider than its room, with how wide it is. */
export interface Look {
  readonly png: Buffer;
  readonly tooWide: readonly string[];
}

export interface Browser {
  look(html: string, view: View): Promise<Look>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

const flags = [
  ...[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
  ...[
    "--disable-component-update",
    "--disable-sync",
    "--disable-lcd-text",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
  ],
];

/**
 * Says what is wider than the page, or would have to be scrolled sideways in itself; of what is folded only the
 * tables, once all is open. Code with a language is there to be copied: its lines stay whole.
 */
const measure = ({ width, open }: View) => `(() => {
  const found = [];
  const see = (what) => {
    const page = document.documentElement;
    if (page.scrollWidth > ${width}) found.push("the page: " + page.scrollWidth + " px in ${width}");
    for (const one of document.querySelectorAll(what))
      if (one.closest("details:not([open])") === null && one.scrollWidth > one.clientWidth + 1)
        found.push(
          one.tagName.toLowerCase() + ": " + one.scrollWidth + " px in " + one.clientWidth + ": " +
          one.textContent.trim().slice(0, 80)
        );
  };
  see("table, pre:not(:has(> code[class]))");
  const folded = [...document.querySelectorAll("details:not([open])")];
  for (const one of folded) one.open = true;
  see("table");
  for (const one of folded) one.open = ${open};
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  return JSON.stringify({ wide: [...new Set(found)], height });
})()`;

/** Starts Chromium; throws with its reason when it does not answer. */
export async function startChromium(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  const child = spawn("chromium", [...flags, `--user-data-dir=${join(folder, "profile")}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  child.once("error", () => rmSync(folder, { recursive: true, force: true }));
  const send = speakWith(child);
  const target = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId: target["targetId"], flatten: true });
  const page = (method: string, params: object = {}) => send(method, params, String(sessionId));
  await page("Page.enable");

  return {
    async look(html, view) {
      const { width, scheme } = view;
      const file = join(folder, "page.html");
      writeFileSync(file, html);
      await page("Emulation.setDeviceMetricsOverride", {
        width,
        height: 800,
        deviceScaleFactor: width < 600 ? 2 : 1,
        mobile: width < 600,
      });
      await page("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
      await page("Page.navigate", { url: `file://${file}` });
      const seen = await measured(page, view);
      const clip = { x: 0, y: 0, width, height: Math.min(seen.height, 6_000), scale: 1 };
      const shot = await page("Page.captureScreenshot", { format: "png", clip, captureBeyondViewport: true });
      return { png: Buffer.from(String(shot["data"]), "base64"), tooWide: seen.wide };
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await send("Browser.close");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Measures a page once it is there whole. */
async function measured(page: (method: string, params: object) => Promise<Record<string, unknown>>, view: View) {
  const evaluate = async (expression: string) =>
    (
      (await page("Runtime.evaluate", { expression, awaitPromise: true })) as {
        readonly result: { readonly value: string };
      }
    ).result.value;
  await evaluate(
    "new Promise((done) => (document.readyState === 'complete' ? done('') : addEventListener('load', () => done(''))))",
  );
  return JSON.parse(await evaluate(measure(view))) as { readonly wide: readonly string[]; readonly height: number };
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;

/** Sends commands and matches their answers; each message ends with a zero. */
function speakWith(child: ChildProcess): Send {
  const [, , , to, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>();
  const fail = (why: string) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  child.once("error", (error) => fail(`Chromium could not start: ${error.message}. Install it with script/pictures.`));
  child.once("exit", (code) => fail(`Chromium ended with ${code}.`));
  let rest = "";
  from.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = `${rest}${chunk}`.split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as Answer;
      const one = waiting.get(id ?? -1);
      waiting.delete(id ?? -1);
      if (error === undefined) one?.resolve(result ?? {});
      else one?.reject(new Error(error.message));
    }
  });
  to.on("error", () => fail("Chromium does not listen any more."));
  let last = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      to.write(`${JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    });
}
