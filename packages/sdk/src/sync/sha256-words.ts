/**
 * SHA-256 of a few bytes, at once. `crypto.subtle` is quicker for whole parts, yet it answers later
 * and costs more than the digest itself where thousands of short texts are digested.
 */
const ROUNDS = new Int32Array(64);
const START = new Uint32Array(8);

// Both tables are the first 32 bits of the fractions of roots of the first primes.
for (let candidate = 2, found = 0; found < 64; candidate++) {
  let divisor = 2;
  while (candidate % divisor) divisor++;
  if (divisor < candidate) continue;
  if (found < 8) START[found] = (Math.sqrt(candidate) % 1) * 2 ** 32;
  ROUNDS[found++] = (Math.cbrt(candidate) % 1) * 2 ** 32;
}

const schedule = new Int32Array(64);

/** The eight words of the digest of some bytes. */
export function sha256Words(bytes: Uint8Array): Uint32Array {
  const padded = new Uint8Array(paddedLength(bytes.length));
  padded.set(bytes);
  return sha256WordsOf(new DataView(padded.buffer), bytes.length);
}

/** Bytes that so many take up with what a digest adds to them. */
export function paddedLength(length: number): number {
  return ((length + 72) >> 6) << 6;
}

/** The same for the first `length` bytes of a view that has room for what is added, and is zero there. */
export function sha256WordsOf(view: DataView, length: number): Uint32Array {
  const end = paddedLength(length);
  view.setUint8(length, 0x80);
  view.setUint32(end - 8, length / 2 ** 29);
  view.setUint32(end - 4, length << 3);
  const state = firstWords();
  for (let at = 0; at < end; at += 64) addBlock(state, view, at);
  return state;
}

/** The words that a digest begins with. */
export function firstWords(): Uint32Array {
  return START.slice();
}

/** Takes 64 bytes into a digest. Variables, not a list of them: it is run thousands of times. */
export function addBlock(state: Uint32Array, view: DataView, at: number): void {
  const w = schedule;
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    w[i] =
      (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) +
      w[i - 7]! +
      (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)) +
      w[i - 16]!;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i]! + w[i]!) |
      0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
