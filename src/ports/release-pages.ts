import type { GitHubAnswer } from "./github.ts";

/** GitHub's page of a release: drafts are seen by a token that may write. */
export interface ReleasePage {
  readonly id: number;
  readonly url: string;
  readonly tag: string;
  readonly body: string;
  readonly draft: boolean;
  /** GitHub accepts no changes of it any more. */
  readonly immutable: boolean;
  /** Where files are uploaded to, as GitHub gives it. */
  readonly uploadUrl: string;
  /** `whole` is false where an upload was cut: its name is taken until it is removed. */
  readonly files: readonly { readonly id: number; readonly name: string; readonly whole: boolean }[];
}

/** A page that is to be made. */
export interface NewReleasePage {
  readonly tag: string;
  /** Full id of the commit that gets the tag when the page is published, where there is none of that name. */
  readonly sha: string;
  readonly title: string;
  /** The caller cuts it: GitHub takes 125,000 characters. */
  readonly body: string;
  readonly prerelease: boolean;
}

/** A file to attach. */
export interface PageFile {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly text: string;
}

/** How a draft is published. `latest` is GitHub's own word for what the repository shows first. */
export interface Publication {
  readonly id: number;
  readonly sha: string;
  readonly prerelease: boolean;
  readonly latest: "true" | "false" | "legacy";
}

export interface ReleasePages {
  /** The page of a tag, else the newest draft for it; null where there is neither. */
  releasePage(tag: string): Promise<GitHubAnswer<ReleasePage | null>>;
  /** The tag of the page that GitHub shows as the latest; null where there is none. */
  latestTag(): Promise<GitHubAnswer<string | null>>;
  draftPage(page: NewReleasePage): Promise<GitHubAnswer<ReleasePage>>;
  /** Uploads a file; what an upload that was cut left under its name is removed first. */
  attachFile(page: ReleasePage, file: PageFile): Promise<GitHubAnswer<unknown>>;
  publishPage(publication: Publication): Promise<GitHubAnswer<ReleasePage>>;
  /** The newest pages, of which some may be drafts: enough to find that of a release which served lately. */
  newestPages(): Promise<GitHubAnswer<readonly ReleasePage[]>>;
  /** Replaces the text of a page, and nothing else of it. */
  writePage(page: Pick<ReleasePage, "id">, body: string): Promise<GitHubAnswer<unknown>>;
}
