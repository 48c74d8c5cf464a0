/** Files by absolute path. Writes are whole or not at all (a temporary file, synced, renamed). */
export interface Files {
  /** Null when there is no such file. Throws with the path when it cannot be read or is over `maxBytes`. */
  read(path: string, maxBytes: number): Promise<string | null>;
  write(path: string, text: string): Promise<void>;
  /**
   * sha256 as hexadecimal digits, of the whole or of the `first` bytes, and size in bytes; null when there is no such
   * file.
   */
  digest(path: string, first?: number): Promise<{ sha256: string; bytes: number } | null>;
  /** Names in a folder, sorted; empty when there is none. */
  list(folder: string): Promise<readonly string[]>;
  /**
   * Absolute paths of all files below a folder, sorted, without the folders of these names; links are listed, not
   * followed.
   */
  below(folder: string, skip: readonly string[]): Promise<readonly string[]>;
  /** True when the path exists. */
  exists(path: string): Promise<boolean>;
  /** Removes a file or folder with all below it; nothing happens when it is absent. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
}
