// What the examples call besides our own actions: each by the commit that its repository tags with the version beside
// it, and with the inputs and outputs of its action.yml there. `!` marks an input that must be given.

interface KnownAction {
  readonly version: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export const knownActions: Readonly<Record<string, KnownAction>> = {
  "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1": {
    version: "v7.0.1",
    inputs: [
      "repository",
      "ref",
      "token",
      "persist-credentials",
      "path",
      "clean",
      "filter",
      "sparse-checkout",
      "fetch-depth",
      "fetch-tags",
    ],
    outputs: ["ref", "commit"],
  },
  "erlef/setup-beam@54075bcc5e249e4758d363f27d099f55d843f124": {
    version: "v1.24.1",
    inputs: [
      "github-token",
      "otp-version",
      "elixir-version",
      "install-hex",
      "install-rebar",
      "version-type",
      "version-file",
    ],
    outputs: ["elixir-version", "otp-version"],
  },
  "actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae": {
    version: "v5.0.5",
    inputs: ["path!", "key!", "restore-keys", "fail-on-cache-miss", "lookup-only"],
    outputs: ["cache-hit", "cache-primary-key", "cache-matched-key"],
  },
  "actions/cache/save@27d5ce7f107fe9357f9df03efb73ab90386fccae": {
    version: "v5.0.5",
    inputs: ["path!", "key!"],
    outputs: [],
  },
  "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f": {
    version: "v7.0.0",
    inputs: [
      "name",
      "path!",
      "if-no-files-found",
      "retention-days",
      "compression-level",
      "overwrite",
      "include-hidden-files",
    ],
    outputs: ["artifact-id", "artifact-url", "artifact-digest"],
  },
  "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c": {
    version: "v8.0.1",
    inputs: ["name", "artifact-ids", "path", "pattern", "merge-multiple", "github-token", "repository", "run-id"],
    outputs: ["download-path"],
  },
  "actions/github-script@ed597411d8f924073f98dfc5c65a23a2325f34cd": {
    version: "v8.0.0",
    inputs: ["script!", "github-token", "result-encoding", "retries"],
    outputs: ["result"],
  },
  "github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e": {
    version: "v4.36.2",
    inputs: ["sarif_file", "checkout_path", "ref", "sha", "token", "category", "wait-for-processing"],
    outputs: ["sarif-id"],
  },
};
