import type { Http } from "../../ports/http.ts";
import type { Doors } from "../signal.ts";
import { readHeaders, withHeaders } from "./headers.ts";

/** Requests with the headers of a variable, such as those of a password. */
export function httpWithHeaders({ http, secret }: Doors, variable: string | undefined): Http {
  if (variable === undefined) return http;
  const headers = readHeaders(secret(variable) ?? "");
  if (typeof headers === "string") throw new Error(`the variable ${variable} cannot be used: ${headers}`);
  return withHeaders(http, headers);
}
