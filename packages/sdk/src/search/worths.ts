/**
 * What a word says by where it stands, the number of words from which a text counts as long, and how
 * much longer texts lose. Lengths are fixed and not averages: a document's numbers depend on its own
 * text alone, so indexes of different scopes agree.
 */
const WEIGHTS: readonly (readonly [weight: number, length: number, slope: number])[] = [
  [10, 5, 0.4],
  [8, 4, 0.4],
  [5, 3, 0.2],
  [2, 14, 0.3],
];
/** The k of BM25: how soon further places of a word stop to matter. */
const SATURATION = 4;
/** More than there are numbers. */
const MANY = 1 << 20;

/**
 * What a word says in texts, by number: there are few different ones, and reading them is quicker than
 * working them out for every word. 0: nothing.
 */
export class Worths {
  /** By number: the impact of it. */
  readonly impacts: number[] = [0];
  readonly #values: number[] = [0];
  /** By length and field of a text. */
  readonly #ofTexts: (number | undefined)[] = [];
  /** By two numbers. */
  readonly #sums = new Map<number, number>();

  /** @param best What is never reached, however often a word is there. */
  constructor(private readonly best: number) {}

  /** The number for each word of a text of so many words. */
  of(field: number, length: number): number {
    return (this.#ofTexts[length * WEIGHTS.length + field] ??= this.#ofText(field, length));
  }

  /** The better one of two. */
  better(one: number, other: number): number {
    return this.#values[other]! > this.#values[one]! ? other : one;
  }

  /** The number for two together. */
  sum(one: number, other: number): number {
    const key = one * MANY + other;
    const sum = this.#sums.get(key) ?? this.#number(this.#values[one]! + this.#values[other]!);
    this.#sums.set(key, sum);
    return sum;
  }

  #ofText(field: number, length: number): number {
    const [weight, long, slope] = WEIGHTS[field]!;
    return this.#number(weight / (1 - slope + (slope * length) / long));
  }

  #number(value: number): number {
    const impact = Math.round((this.best * value) / (value + SATURATION));
    this.impacts.push(Math.max(1, impact));
    return this.#values.push(value) - 1;
  }
}
