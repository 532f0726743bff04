import { createHmac, randomBytes } from 'node:crypto';

/** Addresses that are counted apart; beyond it newcomers share one count. */
const MOST_ADDRESSES = 100_000;
const OTHERS = 'others';

export interface RateLimitOptions {
  windowSeconds: number;
  /** The current time. */
  clock: () => Date;
}

/**
 * Counts calls by key in windows of time. A key is kept as a hash with a salt that lives as long as
 * its window and is never written down, so what remains of an address is gone within minutes.
 */
export class RateLimit {
  readonly #windowMs: number;
  readonly #clock: () => Date;
  #endsAt = 0;
  #salt = randomBytes(32);
  readonly #counts = new Map<string, number>();

  constructor({ windowSeconds, clock }: RateLimitOptions) {
    this.#windowMs = windowSeconds * 1000;
    this.#clock = clock;
  }

  /**
   * Counts one call.
   *
   * @returns seconds to wait where there were more than `most`, else 0.
   */
  count(key: string, most: number): number {
    const now = this.#clock().getTime();
    if (now >= this.#endsAt) this.#begin(now);
    let name = createHmac('sha256', this.#salt).update(key, 'utf8').digest('base64');
    if (!this.#counts.has(name) && this.#counts.size >= MOST_ADDRESSES) name = OTHERS;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count > most ? Math.ceil((this.#endsAt - now) / 1000) : 0;
  }

  #begin(now: number): void {
    this.#salt = randomBytes(32);
    this.#counts.clear();
    this.#endsAt = now + this.#windowMs;
  }
}

/**
 * What stands for a sender: an IPv4 address, or the network of 64 bits that an IPv6 address belongs
 * to, because one customer has all of it.
 */
export function senderOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
