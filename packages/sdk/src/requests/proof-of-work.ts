/**
 * Finds the proof that a register asks for with a request: in slices, so that a page stays
 * responsive, and without `crypto.subtle`, which pages without HTTPS do not have.
 */
import type { RequestChallenge, RequestProof } from '@pvp/contract';
import { addBlock, firstWords } from '../sync/sha256-words.ts';

/** Time between two pauses, in milliseconds; a frame of 60 a second has 16, and is not ours alone. */
const SLICE_MS = 1;
/** So long the search should run between two looks at the clock. */
const STEP_MS = 0.25;
/** Most digests between two looks, and between two pauses: a clock made coarse on purpose stands still. */
const MOST_DIGESTS = 64;
const MOST_IN_SLICE = 1024;
const BLOCK = 64;
/** Digits of a nonce. */
const NONCE = 12;
const ZERO = '0'.charCodeAt(0);
const NINE = '9'.charCodeAt(0);

export interface ProofOptions {
  signal?: AbortSignal;
  /** Milliseconds from a clock that only rises. Default: `performance.now`. */
  now?: () => number;
  /** Lets the page do something else. Default: one turn of the event loop. */
  pause?: () => Promise<void>;
}

/**
 * A nonce for which the SHA-256 of `<challenge>.<nonce>` begins with as many zero bits as are asked
 * for.
 *
 * @throws the signal's reason where the caller aborted.
 */
export async function findProof(
  { challenge, difficulty }: Pick<RequestChallenge, 'challenge' | 'difficulty'>,
  { signal, now = () => performance.now(), pause = nextTurn }: ProofOptions = {},
): Promise<RequestProof> {
  const attempt = new Attempt(new TextEncoder().encode(`${challenge}.`));
  // The first digests run before the engine has made them quick: so few, then as many as speed allows.
  let digests = 1;
  for (;;) {
    signal?.throwIfAborted();
    let at = now();
    const until = at + SLICE_MS;
    let took: number;
    let inSlice = 0;
    do {
      for (const end = inSlice + digests; inSlice < end; inSlice++) {
        if (attempt.zeroBits() >= difficulty) return { challenge, nonce: attempt.nonce };
        attempt.next();
      }
      const looked = now();
      took = looked - at;
      at = looked;
      if (took > STEP_MS) digests = Math.ceil(digests / 2);
      else if (took < STEP_MS / 2) digests = Math.min(digests * 2, MOST_DIGESTS);
    } while (at + took < until && inSlice < MOST_IN_SLICE);
    await pause();
  }
}

/** The digest of a fixed beginning with changing ends: what does not change is digested once. */
class Attempt {
  readonly #begun = firstWords();
  readonly #state = firstWords();
  readonly #rest: Uint8Array;
  readonly #view: DataView;
  readonly #at: number;

  constructor(prefix: Uint8Array) {
    const whole = Math.floor(prefix.length / BLOCK) * BLOCK;
    const view = new DataView(prefix.buffer, prefix.byteOffset);
    for (let at = 0; at < whole; at += BLOCK) addBlock(this.#begun, view, at);
    this.#at = prefix.length - whole;
    const end = this.#at + NONCE;
    this.#rest = new Uint8Array(Math.ceil((end + 9) / BLOCK) * BLOCK);
    this.#rest.set(prefix.subarray(whole));
    this.#rest.fill(ZERO, this.#at, end);
    this.#rest[end] = 0x80;
    this.#view = new DataView(this.#rest.buffer);
    this.#view.setUint32(this.#rest.length - 4, (prefix.length + NONCE) * 8);
  }

  get nonce(): string {
    return String.fromCharCode(...this.#rest.subarray(this.#at, this.#at + NONCE));
  }

  /** Counts on, in place: a text for each would be thousands to sweep away. */
  next(): void {
    let digit = this.#at + NONCE - 1;
    while (this.#rest[digit] === NINE) this.#rest[digit--] = ZERO;
    this.#rest[digit]!++;
  }

  zeroBits(): number {
    this.#state.set(this.#begun);
    for (let at = 0; at < this.#rest.length; at += BLOCK) addBlock(this.#state, this.#view, at);
    let bits = 0;
    for (const word of this.#state) {
      if (word !== 0) return bits + Math.clz32(word);
      bits += 32;
    }
    return bits;
  }
}

/** A message rather than a timer: browsers slow timers down to 4 ms each. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
