/**
 * Finds the proof that a register asks for with a request: in slices, so that a page stays
 * responsive, and without `crypto.subtle`, which pages without HTTPS do not have.
 */
import type { RequestChallenge, RequestProof } from '@pvp/contract';
import { addBlock, firstWords } from '../sync/sha256-words.ts';

/** Longest time without a pause, in milliseconds; a frame of 60 a second has 16. */
const SLICE_MS = 4;
/** Digests between two looks at the clock. */
const BATCH = 8;
const BLOCK = 64;
/** Digits of a nonce. */
const NONCE = 12;

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
  const prefix = new TextEncoder().encode(`${challenge}.`);
  const attempt = new Attempt(prefix);
  for (let count = 0; ;) {
    signal?.throwIfAborted();
    const until = now() + SLICE_MS;
    do {
      for (let end = count + BATCH; count < end; count++) {
        const nonce = String(count).padStart(NONCE, '0');
        if (attempt.zeroBits(nonce) >= difficulty) return { challenge, nonce };
      }
    } while (now() < until);
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
    this.#rest[end] = 0x80;
    this.#view = new DataView(this.#rest.buffer);
    this.#view.setUint32(this.#rest.length - 4, (prefix.length + NONCE) * 8);
  }

  zeroBits(nonce: string): number {
    for (let i = 0; i < NONCE; i++) this.#rest[this.#at + i] = nonce.charCodeAt(i);
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
