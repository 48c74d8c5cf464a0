// Pictures as Chromium takes them hold many shades that no reader can distinguish: a palette makes them a third as big.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const maxColours = 256;
/** Squared distance of two colours that look the same. */
const maxDistance = 150;

/**
 * The same picture in at most 256 of its colours, the most frequent first, every other pixel in the nearest of them.
 * Takes 8 bits of red, green and blue, as Chromium writes. Of a picture that is higher than `tallest` pixels the top is
 * kept.
 */
export function withPalette(png: Buffer, tallest = Number.POSITIVE_INFINITY): Buffer {
  const whole = decoded(png);
  const { width } = whole;
  const height = Math.min(whole.height, tallest);
  const pixels = whole.pixels.slice(0, width * height);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette: number[] = [];
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    // A shade that is as good as there already leaves its place to a rarer colour, such as a link's.
    if (palette.length < maxColours && palette.every((one) => distance(one, colour) > maxDistance))
      palette.push(colour);
  }
  const index = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of counts.keys()) if (!index.has(colour)) index.set(colour, nearest(palette, colour));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of pixels.entries())
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index.get(colour) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(channels));
  const parts = [
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([png.subarray(0, 8), ...parts]);
}

function channels(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function distance(one: number, other: number): number {
  const values = channels(other);
  return channels(one).reduce((sum, value, at) => sum + (value - (values[at] ?? 0)) ** 2, 0);
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  for (const [at, one] of palette.entries())
    if (distance(one, colour) < distance(palette[best] ?? 0, colour)) best = at;
  return best;
}

/** The pixels of a picture, row by row, each as one number. */
function decoded(png: Buffer): { readonly width: number; readonly height: number; readonly pixels: readonly number[] } {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png[24] !== 8 || png[25] !== 2)
    throw new Error(`A picture of ${png[24]} bits and kind ${png[25]} is not read here: only 8 bits of RGB.`);
  const raw = inflateSync(Buffer.concat(data));
  const length = width * 3;
  const bytes = Buffer.alloc(length * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (length + 1)] ?? 0;
    for (let at = 0; at < length; at += 1) {
      const left = at < 3 ? 0 : (bytes[row * length + at - 3] ?? 0);
      const up = row === 0 ? 0 : (bytes[(row - 1) * length + at] ?? 0);
      const corner = at < 3 || row === 0 ? 0 : (bytes[(row - 1) * length + at - 3] ?? 0);
      bytes[row * length + at] = (raw[row * (length + 1) + 1 + at] ?? 0) + predicted(filter, { left, up, corner });
    }
  }
  const pixels = Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * 3, 3));
  return { width, height, pixels };
}

/** What a byte of a row is the difference from, by the five filters of PNG. */
function predicted(filter: number, { left, up, corner }: Readonly<Record<"left" | "up" | "corner", number>>): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [byLeft, byUp, byCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
