import type { CatalogueEntry } from './catalogue-entry.ts';

/** Facets of a list, by the name of their query parameter, in the order of the answer. */
export const FACETS = [
  'institution',
  'recipient',
  'lifeEvent',
  'need',
  'group',
  'channel',
  'free',
] as const;

export type Facet = (typeof FACETS)[number];

/** One bit per facet, so that a row's failed facets fit in one number. */
export const FACET_BIT = Object.fromEntries(
  FACETS.map((facet, nth) => [facet, 1 << nth]),
) as Readonly<Record<Facet, number>>;

/** Numbers every value of every facet, so that counting is an increment in a typed array. */
export class FacetValues {
  readonly #numbers = Object.fromEntries(
    FACETS.map((facet) => [facet, new Map<string, number>()]),
  ) as Readonly<Record<Facet, Map<string, number>>>;
  readonly #values: string[] = [];
  #bits = new Uint8Array(256);

  get size(): number {
    return this.#values.length;
  }

  /** Bit of the facet that each number belongs to. Valid until the next new value. */
  get bits(): Uint8Array {
    return this.#bits;
  }

  value(number: number): string {
    return this.#values[number]!;
  }

  find(facet: Facet, value: string): number | undefined {
    return this.#numbers[facet].get(value);
  }

  number(facet: Facet, value: string): number {
    const known = this.find(facet, value);
    if (known !== undefined) return known;
    const number = this.#values.push(value) - 1;
    this.#numbers[facet].set(value, number);
    if (number >= this.#bits.length) {
      const longer = new Uint8Array(this.#bits.length * 2);
      longer.set(this.#bits);
      this.#bits = longer;
    }
    this.#bits[number] = FACET_BIT[facet];
    return number;
  }

  /** Numbers of all values of a service, each once. */
  numbersOf(entry: CatalogueEntry, lifeEvents: readonly string[]): number[] {
    const { institutions, recipients, needs, groups, channels, free } = entry;
    const numbers: number[] = [];
    const add = (facet: Facet, values: readonly string[] = []) => {
      for (const value of values) {
        const number = this.number(facet, value);
        if (!numbers.includes(number)) numbers.push(number);
      }
    };
    add('institution', institutions);
    add('recipient', recipients);
    add('lifeEvent', lifeEvents);
    add('need', needs);
    add('group', groups);
    add('channel', channels);
    if (free !== undefined) add('free', [String(free)]);
    return numbers;
  }
}
