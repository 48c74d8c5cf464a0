import type { Http } from "../../ports/http.ts";

/**
 * The headers that a variable holds, one `Name: value` on each line; a sentence when a line is none. Values are never
 * repeated.
 */
export function readHeaders(text: string): Readonly<Record<string, string>> | string {
  const headers: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [, name, value] = /^\s*([A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \t]*([\x20-\x7e\t]*?)[ \t]*$/.exec(line) ?? [];
    if (name === undefined || value === undefined || value === "") return `line ${index + 1} is not \`Name: value\``;
    headers[name.toLowerCase()] = value;
  }
  return Object.keys(headers).length === 0 ? "it holds no header" : headers;
}

/** Sends these headers with each request that does not name them itself. */
export function withHeaders(http: Http, headers: Readonly<Record<string, string>>): Http {
  return {
    request: (one) => {
      const own = Object.fromEntries(
        Object.entries(one.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      );
      return http.request({ ...one, headers: { ...headers, ...own } });
    },
  };
}
