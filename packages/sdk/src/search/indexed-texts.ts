import { TEXT_OVER, wordsOf, wordsOfEach } from './fold.ts';
import { Gathered, type Met } from './gathered.ts';
import { Kept } from './kept.ts';
import { Lexicon, type Meeting } from './lexicon.ts';
import { isSure } from './match.ts';
import { NumberLists } from './number-lists.ts';
import { keyOf, type QueryWord } from './query-words.ts';
import type { ObjectText, ServiceText, TextsInWords } from './searched-text.ts';
import { wordOf } from './word.ts';

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
const WEIGHTS: readonly (readonly [weight: number, length: number, slope: number])[] = [
  [10, 5, 0.4],
  [8, 4, 0.4],
  [5, 3, 0.2],
  [2, 14, 0.3],
];
/** The k of BM25: how soon further places of a word stop to matter. */
const SATURATION = 4;
/** A posting is a document and its impact in one number. */
export const IMPACT_BITS = 10;
export const MAX_IMPACT = (1 << IMPACT_BITS) - 1;
/** What words weigh that nearly all institutions and services share. */
export const ASKING = 1;
/** Shorter words do not meet objects: too many of these begin so. */
const MIN_OBJECT_WORD = 3;
/** Words whose documents are kept: those of a long question stay while it is typed. */
const MAX_KEPT = 20;
/** And of other words that stand for them. */
const MAX_REWRITTEN = 64;

interface HeldObject {
  key: string;
  /** Each once. */
  terms: readonly number[];
  /** The words of these that name a place. */
  places: ReadonlySet<number>;
  impact: number;
}

/** The documents of a word. */
interface Found {
  /** The words of texts that it meets. */
  meetings: readonly Meeting[];
  met: Met;
  /** Whether it names a place. */
  isPlace: boolean;
}

/** Words of documents and of the objects that they are linked to, in lists by word. */
export class IndexedTexts {
  /** Analyses a word that is new; a tier brings what was analysed before. */
  analyse = wordOf;
  readonly words = new Lexicon((text) => this.analyse(text));
  /** By word: documents with their impacts. */
  readonly postings = new NumberLists();
  /** By document: its words in order, with their fields. */
  readonly wordsOf = new NumberLists();
  /** Words of objects. */
  readonly objectWords = new Lexicon((text) => this.analyse(text));
  /** By word: objects. */
  readonly objectsWith = new NumberLists();
  /** By object: documents. */
  readonly documentsOf = new NumberLists();
  readonly objects: (HeldObject | undefined)[] = [];
  /** Above all documents. */
  capacity = 0;
  /** The documents of other words than those of the question, until the next change. */
  readonly rewritten = new Kept<Met>(MAX_REWRITTEN);
  readonly #objectNumbers = new Map<string, number>();
  readonly #links = new Map<number, readonly number[]>();
  readonly #gathered = new Gathered();
  readonly #kept = new Kept<Found>(MAX_KEPT);
  #local: Uint8Array | undefined;
  /** By term, while texts are put: the best of a group of fields, and the sum of these; else 0. */
  readonly #best: number[] = [];
  readonly #sums: number[] = [];

  /** Adds a document, or replaces it. */
  put(document: number, text: ServiceText): void {
    this.#clear(document);
    const texts: string[] = [];
    const fields: number[] = [];
    FIELDS.forEach((name, field) => {
      for (const one of text[name]) fields[texts.push(one) - 1] = field;
    });
    this.putNew({ words: wordsOfEach(texts), documents: texts.map(() => document), fields });
  }

  /** Adds documents that are not held. */
  putNew({ words, documents, fields }: TextsInWords): void {
    this.#forget();
    const { words: lexicon, wordsOf: lists, postings } = this;
    const best = this.#best;
    const sums = this.#sums;
    /** Terms of a group of fields, and of the document. */
    let group: number[] = [];
    let summed: number[] = [];
    let cells: number[] = [];
    let terms: number[] = [];
    /** Words that say nothing. */
    let small: number[] = [];
    let text = 0;
    for (const word of words) {
      if (word !== TEXT_OVER) {
        const term = lexicon.put(word);
        if (term >= best.length) {
          best.push(0);
          sums.push(0);
        }
        (lexicon.word(term).weight > 0 ? terms : small).push(term);
        continue;
      }
      if (terms.length === 0) terms = small;
      const document = documents[text]!;
      const field = fields[text++]!;
      const [weight, length, slope] = WEIGHTS[field]!;
      const worth = weight / (1 - slope + (slope * terms.length) / length);
      for (const term of terms) {
        cells.push((term << FIELD_BITS) | field);
        if (best[term] === 0) group.push(term);
        if (worth > best[term]!) best[term] = worth;
      }
      if (field <= ALTERNATIVE) cells.push(TEXT_END);
      terms = [];
      small = [];
      const isOver = documents[text] !== document;
      // One name of a service is as good as another, and two say no more than one.
      if (!isOver && Math.max(fields[text]!, ALTERNATIVE) === Math.max(field, ALTERNATIVE))
        continue;
      for (const term of group) {
        if (sums[term] === 0) summed.push(term);
        sums[term]! += best[term]!;
        best[term] = 0;
      }
      group = [];
      if (!isOver) continue;
      for (const term of summed) {
        const sum = sums[term]!;
        sums[term] = 0;
        const impact = Math.max(1, Math.round((MAX_IMPACT * sum) / (sum + SATURATION)));
        postings.add(term, (document << IMPACT_BITS) | impact);
      }
      lists.set(document, cells);
      summed = [];
      cells = [];
      if (document >= this.capacity) this.capacity = document + 1;
    }
  }

  delete(document: number): void {
    this.#clear(document);
    this.link(document, []);
  }

  /** Keys of the objects that lead to a document: who gives it, its needs and life events. */
  link(document: number, objects: readonly string[]): void {
    this.#forget();
    const { documentsOf } = this;
    for (const object of this.#links.get(document) ?? []) documentsOf.remove(object, document);
    const numbers: number[] = [];
    for (const key of objects) {
      const object = this.#objectNumber(key);
      if (numbers.includes(object)) continue;
      numbers.push(object);
      documentsOf.add(object, document);
    }
    this.#links.set(document, numbers);
  }

  /** Adds an object that documents are linked to, or replaces it; it may come after them. */
  putObject(key: string, { titles, places = [], weight }: ObjectText): void {
    this.deleteObject(key);
    const number = this.#objectNumber(key);
    const termsIn = (texts: readonly string[]) =>
      texts.flatMap((text) => termsOf(wordsOf(text), this.objectWords));
    const named = termsIn(places).filter((term) => this.objectWords.word(term).weight === 10);
    const terms = [...new Set([...termsIn(titles), ...named])];
    for (const term of terms) this.objectsWith.add(term, number);
    const impact = Math.round(MAX_IMPACT * weight);
    this.objects[number] = { key, terms, places: new Set(named), impact };
  }

  deleteObject(key: string): void {
    this.#forget();
    const number = this.#objectNumber(key);
    for (const term of this.objects[number]?.terms ?? []) {
      if (this.objectsWith.remove(term, number)) this.objectWords.delete(term);
    }
    this.objects[number] = undefined;
  }

  /** Documents that a word meets in their own texts and through the objects they belong to. */
  gather(word: QueryWord): Found {
    return this.#kept.get(keyOf(word), () => this.#gather(word));
  }

  /** The best that documents give anywhere. */
  protected best(all: readonly Met[]): Met {
    const gathered = this.#gathered;
    gathered.begin(this.capacity);
    for (const met of all) gathered.add(met);
    return gathered.taken();
  }

  /** By document: 1 where it belongs to an object that has a place. */
  get local(): Uint8Array {
    if (this.#local) return this.#local;
    const local = (this.#local = new Uint8Array(this.capacity));
    this.objects.forEach((object, number) => {
      if (!object?.places.size) return;
      for (const document of this.documentsOf.values(number)) local[document] = 1;
    });
    return local;
  }

  #gather(word: QueryWord): Found {
    const gathered = this.#gathered;
    gathered.begin(this.capacity);
    const meetings = this.words.meetings(word);
    for (const { term, match } of meetings) {
      gathered.take(this.postings, term, match.quality, match.cover, IMPACT_BITS);
    }
    let isPlace = false;
    if (word.folded.length >= MIN_OBJECT_WORD && word.weight > ASKING) {
      for (const { term, match } of this.objectWords.meetings(word)) {
        for (const number of this.objectsWith.values(term)) {
          const object = this.objects[number]!;
          const named = isSure(match) && object.places.has(term);
          isPlace ||= named;
          // Who is there is as good as what names the place in its title.
          const quality = match.quality * (named ? MAX_IMPACT : object.impact);
          gathered.take(this.documentsOf, number, quality, match.cover);
        }
      }
    }
    return { meetings, met: gathered.taken(), isPlace };
  }

  #objectNumber(key: string): number {
    const known = this.#objectNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.objects.push(undefined) - 1;
    this.#objectNumbers.set(key, number);
    return number;
  }

  #clear(document: number): void {
    this.#forget();
    for (const cell of this.wordsOf.values(document)) {
      if (cell === TEXT_END) continue;
      const term = cell >> FIELD_BITS;
      if (this.postings.remove(term, document, IMPACT_BITS)) this.words.delete(term);
    }
    this.wordsOf.clear(document);
  }

  #forget(): void {
    this.#kept.clear();
    this.rewritten.clear();
    this.#local = undefined;
  }
}

/** The words of a text that say something; where none does, all of them. */
function termsOf(text: readonly string[], lexicon: Lexicon): number[] {
  const all = text.map((word) => lexicon.put(word));
  const some = all.filter((term) => lexicon.word(term).weight > 0);
  return some.length > 0 ? some : all;
}
