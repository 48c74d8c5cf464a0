declare module "@vercel/ncc" {
  interface Bundle {
    readonly code: string;
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
  }
  export default function ncc(input: string, options: Readonly<Record<string, string | boolean>>): Promise<Bundle>;
}
