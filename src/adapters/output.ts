/** What a command prints, in bounded memory: a quarter from the head, the rest from the tail, the cut named. */
export interface Output {
  add(chunk: Buffer): void;
  text(): string;
}

/** Keeps at most about `keepBytes` of whatever is added. */
export function keepOutput(keepBytes: number): Output {
  const headBytes = keepBytes / 4;
  const tailBytes = keepBytes - headBytes;
  const head: Buffer[] = [];
  const tail: Buffer[] = [];
  let headSize = 0;
  let tailSize = 0;
  let cut = 0;
  return {
    add(chunk) {
      const room = headBytes - headSize;
      if (room > 0) {
        head.push(chunk.subarray(0, room));
        headSize += Math.min(room, chunk.length);
      }
      if (chunk.length <= Math.max(room, 0)) return;
      const rest = chunk.subarray(Math.max(room, 0));
      tail.push(rest);
      tailSize += rest.length;
      while (tail[0] !== undefined && tailSize - tail[0].length >= tailBytes) {
        cut += tail[0].length;
        tailSize -= tail[0].length;
        tail.shift();
      }
    },
    text() {
      const note = cut > 0 ? [Buffer.from(`\n[${cut} bytes left out]\n`)] : [];
      return Buffer.concat([...head, ...note, ...tail]).toString("utf8");
    },
  };
}
