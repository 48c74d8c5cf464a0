export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly limitMs: number;
  /**
   * Through the proxy that the runner's environment names for the address; requests to what is deployed go straight.
   */
  readonly proxied?: boolean;
}

/** An answer with at most 1 MiB of body, or the reason why there was none. Redirects are answers, never followed. */
export type HttpAnswer =
  | {
      readonly answered: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly ms: number;
    }
  | { readonly answered: false; readonly why: string; readonly ms: number };

export interface Http {
  request(request: HttpRequest): Promise<HttpAnswer>;
}
