import { wordsOf } from './fold.ts';
import { Lexicon } from './lexicon.ts';
import { NumberLists } from './number-lists.ts';
import type { ObjectText, ServiceText } from './searched-text.ts';
import { telling } from './word.ts';

/** Fields of a document; the number stands in its list of words. */
export const FIELDS = ['titles', 'alternativeTitles', 'keywords', 'summaries'] as const;
/** Titles and alternative titles: the names of a service. */
export const ALTERNATIVE = 1;
export const FIELD_BITS = 2;
/** Ends a name in the list of words. */
export const TEXT_END = -1;

/**
 * What a word says by where it stands, the number of words from which a text counts as long, and how
 * much longer texts lose. Lengths are fixed and not averages: a document's numbers depend on its own
 * text alone, so indexes of different scopes agree.
 */
const WEIGHTS: readonly { weight: number; length: number; slope: number }[] = [
  { weight: 10, length: 5, slope: 0.4 },
  { weight: 8, length: 4, slope: 0.4 },
  { weight: 5, length: 3, slope: 0.2 },
  { weight: 2, length: 14, slope: 0.3 },
];
/** The k of BM25: how soon further places of a word stop to matter. */
const SATURATION = 4;
/** A posting is a document and its impact in one number. */
export const IMPACT_BITS = 10;
export const MAX_IMPACT = (1 << IMPACT_BITS) - 1;

interface HeldObject {
  key: string;
  /** Each once. */
  terms: readonly number[];
  /** The words of these that name a place. */
  places: ReadonlySet<number>;
  impact: number;
}

/** Words of documents and of the objects that they are linked to, in lists by word. */
export class IndexedTexts {
  readonly words = new Lexicon();
  /** By word: documents with their impacts. */
  readonly postings = new NumberLists();
  /** By document: its words in order, with their fields. */
  readonly wordsOf = new NumberLists();
  /** Words of objects. */
  readonly objectWords = new Lexicon();
  /** By word: objects. */
  readonly objectsWith = new NumberLists();
  /** By object: documents. */
  readonly documentsOf = new NumberLists();
  readonly objects: (HeldObject | undefined)[] = [];
  readonly #objectNumbers = new Map<string, number>();
  readonly #links = new Map<number, readonly number[]>();
  #capacity = 0;

  /** Above all documents. */
  get capacity(): number {
    return this.#capacity;
  }

  put(document: number, text: ServiceText): void {
    this.#clear(document);
    this.#capacity = Math.max(this.#capacity, document + 1);
    const names = new Map<number, number>();
    const sums = new Map<number, number>();
    FIELDS.forEach((name, field) => {
      const { weight, length, slope } = WEIGHTS[field]!;
      // One name of a service is as good as another, and two say no more than one.
      const best = field <= ALTERNATIVE ? names : new Map<number, number>();
      for (const one of text[name]) {
        const terms = this.#terms(one, this.words);
        const worth = weight / (1 - slope + (slope * terms.length) / length);
        for (const term of terms) {
          this.wordsOf.add(document, (term << FIELD_BITS) | field);
          if (worth > (best.get(term) ?? 0)) best.set(term, worth);
        }
        if (field <= ALTERNATIVE) this.wordsOf.add(document, TEXT_END);
      }
      if (field < ALTERNATIVE) return;
      for (const [term, worth] of best) sums.set(term, (sums.get(term) ?? 0) + worth);
    });
    for (const [term, sum] of sums) {
      const impact = Math.max(1, Math.round((MAX_IMPACT * sum) / (sum + SATURATION)));
      this.postings.add(term, (document << IMPACT_BITS) | impact);
    }
  }

  delete(document: number): void {
    this.#clear(document);
    this.link(document, []);
  }

  link(document: number, objects: readonly string[]): void {
    for (const object of this.#links.get(document) ?? []) {
      this.documentsOf.remove(object, document);
    }
    const numbers = [...new Set(objects)].map((key) => this.#objectNumber(key));
    for (const object of numbers) this.documentsOf.add(object, document);
    if (numbers.length > 0) this.#links.set(document, numbers);
    else this.#links.delete(document);
  }

  putObject(key: string, { titles, places = [], weight }: ObjectText): void {
    this.deleteObject(key);
    const number = this.#objectNumber(key);
    const termsOf = (texts: readonly string[]) =>
      texts.flatMap((text) => this.#terms(text, this.objectWords));
    const named = termsOf(places).filter((term) => this.objectWords.word(term).weight === 10);
    const terms = [...new Set([...termsOf(titles), ...named])];
    for (const term of terms) this.objectsWith.add(term, number);
    this.objects[number] = {
      key,
      terms,
      places: new Set(named),
      impact: Math.round(MAX_IMPACT * weight),
    };
  }

  deleteObject(key: string): void {
    const number = this.#objectNumbers.get(key);
    const object = number === undefined ? undefined : this.objects[number];
    if (!object) return;
    for (const term of object.terms) {
      this.objectsWith.remove(term, number!);
      if (this.objectsWith.length(term) === 0) this.objectWords.delete(term);
    }
    this.objects[number!] = undefined;
  }

  settle(): void {
    this.words.settle();
    this.objectWords.settle();
  }

  /** The words of a text that say something. */
  #terms(text: string, lexicon: Lexicon): number[] {
    return telling(
      wordsOf(text).map((word) => {
        const term = lexicon.put(word);
        return { term, weight: lexicon.word(term).weight };
      }),
    ).map(({ term }) => term);
  }

  #objectNumber(key: string): number {
    const known = this.#objectNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.objects.push(undefined) - 1;
    this.#objectNumbers.set(key, number);
    return number;
  }

  #clear(document: number): void {
    const start = this.wordsOf.start(document);
    const cells = this.wordsOf.cells.subarray(start, start + this.wordsOf.length(document));
    const terms = new Set<number>();
    for (const cell of cells) if (cell !== TEXT_END) terms.add(cell >> FIELD_BITS);
    this.wordsOf.clear(document);
    for (const term of terms) {
      this.postings.remove(term, document, IMPACT_BITS);
      if (this.postings.length(term) === 0) this.words.delete(term);
    }
  }
}
