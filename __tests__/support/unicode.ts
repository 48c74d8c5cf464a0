// Text of any characters, also those that no keyboard has. fast-check's own `unit: "binary"` draws from a table of all
// of them, which costs each worker a second and a hundred megabytes.
import fc from "fast-check";

const surrogates = { from: 0xd800, count: 0x800 };

/** Any character of Unicode, but for halves of a pair. */
const character = fc
  .integer({ min: 0, max: 0x10ffff - surrogates.count })
  .map((number) => String.fromCodePoint(number < surrogates.from ? number : number + surrogates.count));

export function unicode(lengths: { readonly maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ unit: character, ...lengths });
}
