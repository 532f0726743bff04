/** Repeatable choices: the same numbers give the same answers on every machine. */
export interface Chooser {
  /** An integer from 0 to `below` − 1. */
  integer(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
}

/** A generator of its own for each place in a sequence, so that places do not depend on each other. */
export function chooserFor(seed: number, index: number): Chooser {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const integer = (below: number) => Math.floor((next() / 4294967296) * below);
  return {
    integer,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new RangeError('Nothing to pick from');
      return from[integer(from.length)] as T;
    },
    chance: (percent) => integer(100) < percent,
  };
}

/**
 * A step through 0 … `total` − 1 that meets every number once: `n`-th number of the walk.
 * Titles drawn with it repeat only after all combinations have been used.
 */
export function permuted(n: number, total: number, seed: number): number {
  let stride = Math.floor(total * 0.618) | 1;
  while (greatestCommonDivisor(stride, total) !== 1) stride += 1;
  return (n * stride + ((seed * 7919) % total)) % total;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
