type Argv = readonly [string, ...string[]];

/**
 * Packs a folder. No times, owners or order of the machine, and no modes that its umask or a folder's group left: the
 * same content gives the same bytes. Level 1: a release shrinks to nearly the same size in a third of the time.
 */
export function packFolder(folder: string, file: string): Argv {
  const fixed = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=go-w,g-s,o-t"];
  return ["tar", "--create", "--file", file, "--use-compress-program=gzip -n -1", ...fixed, "--directory", folder, "."];
}

/** Unpacks a release of this run's own, on this machine. */
export function unpackInto(folder: string, file: string): Argv {
  return ["tar", "--extract", "--gzip", "--file", file, "--no-same-owner", "--directory", folder];
}

/**
 * Packs the files that standard input names, each ended by NUL. Small: what is sent over a network is worth the time.
 */
export function packListed(folder: string, file: string): Argv {
  const fixed = ["--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--no-recursion"];
  const named = ["--directory", folder, "--null", "--files-from=-"];
  return ["tar", "--create", "--file", file, "--use-compress-program=gzip -n -9", ...fixed, ...named];
}
