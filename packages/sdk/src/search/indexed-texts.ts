import { wordsOf } from './fold.ts';
import { Gathered, type Met } from './gathered.ts';
import { FIELD_BITS, FIELDS, IMPACT_BITS, Impacts, MAX_IMPACT, TEXT_END } from './impacts.ts';
import { Kept } from './kept.ts';
import { Lexicon, type Meeting } from './lexicon.ts';
import { isSure } from './match.ts';
import { NumberLists } from './number-lists.ts';
import { keyOf, type QueryWord } from './query-words.ts';
import type { ObjectText, ServiceText } from './searched-text.ts';

/** What words weigh that nearly all institutions and services share. */
export const ASKING = 1;
/** Shorter words do not meet objects: too many of these begin so. */
const MIN_OBJECT_WORD = 3;
/** Words whose documents are kept: those of a long question, and of what they are also called. */
const MAX_KEPT = 40;
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
  readonly words = new Lexicon();
  /** By word: documents with their impacts. */
  readonly postings = new NumberLists();
  /** By document: its words in order, with their fields. */
  readonly wordsOf = new NumberLists();
  /** Words of objects. */
  readonly objectWords = new Lexicon();
  /** By word: objects. */
  readonly objectsWith = new NumberLists();
  /** By document: the objects that lead to it. */
  readonly links = new NumberLists();
  /** By object: documents. */
  readonly documentsOf = new NumberLists();
  readonly objects: (HeldObject | undefined)[] = [];
  /** Above all documents. */
  capacity = 0;
  /** The documents of other words than those of the question, until the next change. */
  readonly rewritten = new Kept<Met>(MAX_REWRITTEN);
  readonly #objectNumbers = new Map<string, number>();
  readonly #gathered = new Gathered();
  readonly #kept = new Kept<Found>(MAX_KEPT);
  #local: Uint8Array | undefined;

  /** Adds a document, or replaces it. */
  put(document: number, text: ServiceText): void {
    this.#clear(document);
    const texts: string[] = [];
    const fields: number[] = [];
    FIELDS.forEach((name, field) => {
      for (const one of text[name]) fields[texts.push(one) - 1] = field;
    });
    const terms: number[] = [];
    const starts = texts.map((one) => {
      const start = terms.length;
      for (const word of wordsOf(one)) terms.push(this.words.put(word));
      terms.push(TEXT_END);
      return start;
    });
    const impacts = new Impacts(this.words);
    impacts.add(document, { terms, starts, fields }, 0, texts.length);
    impacts.terms.forEach((term, nth) => this.postings.add(term, impacts.postings[nth]!));
    this.wordsOf.set(document, impacts.cells);
    if (document >= this.capacity) this.capacity = document + 1;
  }

  delete(document: number): void {
    this.#clear(document);
    this.link(document, []);
  }

  /** Keys of the objects that lead to a document: who gives it, its needs and life events. */
  link(document: number, objects: readonly string[]): void {
    this.#forget();
    const { documentsOf, links } = this;
    for (const object of links.values(document)) documentsOf.remove(object, document);
    links.clear(document);
    const numbers = new Set(objects.map((key) => this.objectNumber(key)));
    for (const object of numbers) documentsOf.add(object, document);
    links.set(document, [...numbers]);
  }

  /** Adds an object that documents are linked to, or replaces it; it may come after them. */
  putObject(key: string, { titles, places = [], weight }: ObjectText): void {
    this.deleteObject(key);
    const number = this.objectNumber(key);
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
    const number = this.objectNumber(key);
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

  /** Number of an object, whether it was put or not. */
  objectNumber(key: string): number {
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
