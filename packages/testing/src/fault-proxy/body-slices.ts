/** Where a body is cut into writes. */

/** Pieces of `size` bytes. */
export async function* slicesOf(
  chunks: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += size) {
      yield chunk.subarray(start, start + size);
    }
  }
}

/** Offsets inside multi-byte UTF-8 characters, ascending, at most `most`, chosen by the seed. */
export function cutsInsideCharacters(body: Buffer, most: number, random: () => number): number[] {
  const inside: number[] = [];
  for (let at = 1; at < body.length; at += 1) {
    if (((body[at] ?? 0) & 0xc0) === 0x80) inside.push(at);
  }
  // The first steps of a Fisher–Yates shuffle: `most` different places, each as likely.
  const count = Math.min(most, inside.length);
  for (let index = 0; index < count; index += 1) {
    const other = index + Math.floor(random() * (inside.length - index));
    [inside[index], inside[other]] = [inside[other] as number, inside[index] as number];
  }
  return inside.slice(0, count).sort((one, two) => one - two);
}

export async function* cutAt(body: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  let start = 0;
  for (const cut of [...cuts, body.length]) {
    yield body.subarray(start, cut);
    start = cut;
  }
}

/** The body, then so many spaces. */
export async function* withFiller(
  chunks: AsyncIterable<Buffer>,
  bytes: number,
): AsyncGenerator<Buffer> {
  yield* chunks;
  const block = Buffer.alloc(Math.min(bytes, 65_536), ' ');
  for (let left = bytes; left > 0; left -= block.length) {
    yield left < block.length ? block.subarray(0, left) : block;
  }
}
