import { describe, expect, test } from "@jest/globals";
import { logAdapter } from "../../src/adapters/log.ts";

/** What a line of our log becomes on standard output. */
function logged(line: string): string {
  let written = "";
  logAdapter((text) => {
    written += text;
  }).info(line);
  return written;
}

describe("a line of the log that holds words from outside", () => {
  test.each([
    ["at its beginning", "::error::planted"],
    ["behind blanks", " \t::error::planted"],
    ["behind U+0085, which the runner trims", "\u0085::error::planted"],
    ["behind a no-break space", "\u00a0::error::planted"],
    ["behind an ideographic space", "\u3000::error::planted"],
    ["behind a character without width", "\u200b\ufeff::error::planted"],
    ["behind a control character", "\u001b::error::planted"],
    ["on a second line", "a server said\n::error::planted"],
    ["behind a carriage return", "a server said\r::error::planted"],
    ["behind U+2028", "a server said\u2028::error::planted"],
    ["behind U+0085 in its middle", "a server said\u0085::error::planted"],
    ["behind a form feed and a vertical tab", "a server said\u000c\u000b::error::planted"],
    ["in the older form, anywhere", "a server said ##[error]planted"],
  ])("cannot speak to the runner: %s", (_, line) => {
    const [, token, text] = /^::stop-commands::(\S+)\n(.*)\n::\1::\n$/s.exec(logged(line)) ?? [];
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(text).toBe(line);
  });

  test.each(["✓ mix test: 12 tests passed", "Demo.Accounts::user", "a:b::c", "http://[::1]:4000 answered 200"])(
    "stays as it is: %s",
    (line) => {
      expect(logged(line)).toBe(`${line}\n`);
    },
  );

  test("stays as it is, however long a run of blanks it holds", () => {
    const line = `${"\n ".repeat(200_000)}x`;
    expect(logged(line) === `${line}\n`).toBe(true);
  });
});
