// A headless Chromium that shows pages and takes pictures of them, spoken to over a pipe: no port is opened, nothing
// is fetched.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** How a page is looked at. */
export interface View {
  /** Pixels. */
  readonly width: number;
  /** `print` is how it leaves a printer. */
  readonly scheme: "light" | "dark" | "print";
}

/** What a view of a page showed. */
export interface Look {
  readonly view: View;
  /** Null where no picture was wanted. */
  readonly png: Buffer | null;
  /** Each thing that is wider than its room, with how wide it is. */
  readonly tooWide: readonly string[];
  /** Texts that stand out too little from what is behind them: WCAG 2 asks for a contrast of 4.5. */
  readonly faint: readonly string[];
  /** Folded parts whose content is not shown. */
  readonly hidden: number;
}

export interface Browser {
  /** Loads a page once, and looks at it in each view. */
  look(html: string, views: readonly View[], pictures: boolean): Promise<readonly Look[]>;
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
const measure = (width: number) => `(() => {
  const wide = [];
  const see = (what) => {
    const page = document.documentElement;
    if (page.scrollWidth > ${width}) wide.push("the page: " + page.scrollWidth + " px in ${width}");
    for (const one of document.querySelectorAll(what))
      if (one.closest("details:not([open])") === null && one.scrollWidth > one.clientWidth + 1)
        wide.push(
          one.tagName.toLowerCase() + ": " + one.scrollWidth + " px in " + one.clientWidth + ": " +
          one.textContent.trim().slice(0, 80)
        );
  };
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (one) => {
    for (let at = one; at !== null; at = at.parentElement) {
      const [r, g, b, a = 1] = numbers(getComputedStyle(at).backgroundColor);
      if (a > 0.9) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((one) => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = [];
  const words = () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const known = new Map();
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent.trim();
      const one = walk.currentNode.parentElement;
      if (text === "" || one.getClientRects().length === 0) continue;
      const front = getComputedStyle(one).color;
      const [a, b] = [light(numbers(front).slice(0, 3)), light(behind(one))].sort((x, y) => y - x);
      if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(((a + 0.05) / (b + 0.05)).toFixed(1) + ": " + text.slice(0, 60));
    }
  };
  see("table, pre:not(:has(> code[class]))");
  const folded = [...document.querySelectorAll("details:not([open])")];
  const hidden = folded.filter((one) => !one.lastElementChild.checkVisibility()).length;
  for (const one of folded) one.open = true;
  see("table");
  words();
  for (const one of folded) one.open = false;
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  return JSON.stringify({ tooWide: [...new Set(wide)], faint: [...new Set(faint)], hidden, height });
})()`;

/** The name under which a Chromium is on the PATH; null where none is. */
export function chromiumProgram(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.find((name) => folders.some((folder) => existsSync(join(folder, name)))) ?? null;
}

/** Starts Chromium; throws with its reason when it does not answer. */
export async function startChromium(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  const program = chromiumProgram();
  if (program === null) throw new Error("There is no Chromium on the PATH. Install it with script/pictures.");
  const child = spawn(program, [...flags, `--user-data-dir=${join(folder, "profile")}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  child.once("error", () => rmSync(folder, { recursive: true, force: true }));
  const send = speakWith(child);
  const target = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId: target["targetId"], flatten: true });
  const page = (method: string, params: object = {}) => send(method, params, String(sessionId));
  await page("Page.enable");

  const picture = async (width: number, height: number) => {
    const clip = { x: 0, y: 0, width, height: Math.min(height, 6_000), scale: 1 };
    const shot = await page("Page.captureScreenshot", { format: "png", clip, captureBeyondViewport: true });
    return Buffer.from(String(shot["data"]), "base64");
  };

  return {
    async look(html, views, pictures) {
      const file = join(folder, "page.html");
      writeFileSync(file, html);
      await page("Page.navigate", { url: `file://${file}` });
      const looks: Look[] = [];
      for (const view of views) {
        await turnTo(page, view);
        const { height, ...seen } = await measured(page, view.width);
        looks.push({ view, ...seen, png: pictures ? await picture(view.width, height) : null });
      }
      return looks;
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await send("Browser.close");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Ask = (method: string, params: object) => Promise<Record<string, unknown>>;

async function turnTo(page: Ask, { width, scheme }: View): Promise<void> {
  const phone = width < 600;
  const metrics = { width, height: 800, deviceScaleFactor: phone ? 2 : 1, mobile: phone };
  await page("Emulation.setDeviceMetricsOverride", metrics);
  const light = { name: "prefers-color-scheme", value: scheme === "dark" ? "dark" : "light" };
  await page("Emulation.setEmulatedMedia", { media: scheme === "print" ? "print" : "screen", features: [light] });
}

/** Measures a page once it is there whole. */
async function measured(page: Ask, width: number) {
  const evaluate = async (expression: string) =>
    (
      (await page("Runtime.evaluate", { expression, awaitPromise: true })) as {
        readonly result: { readonly value: string };
      }
    ).result.value;
  await evaluate(
    "new Promise((done) => (document.readyState === 'complete' ? done('') : addEventListener('load', () => done(''))))",
  );
  return JSON.parse(await evaluate(measure(width))) as Omit<Look, "view" | "png"> & { readonly height: number };
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
