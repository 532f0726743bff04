import { Gathered, type Met } from './gathered.ts';
import type { HeldObject } from './held-object.ts';
import { IMPACT_BITS, MAX_IMPACT } from './impacts.ts';
import { Kept } from './kept.ts';
import { Lexicon, type Meeting } from './lexicon.ts';
import { isSure } from './match.ts';
import { NumberLists } from './number-lists.ts';
import { keyOf, type QueryWord } from './query-words.ts';

/** What words weigh that nearly all institutions and services share. */
export const ASKING = 1;
/** Shorter words do not meet objects: too many of these begin so. */
const MIN_OBJECT_WORD = 3;
/** Words whose documents are kept: those of a long question, and of what they are also called. */
const MAX_KEPT = 160;
/** And of other words that stand for them. */
const MAX_REWRITTEN = 192;

/** The documents of a word. */
interface Found {
  /** The words of texts that it meets. */
  meetings: readonly Meeting[];
  met: Met;
  /** Whether it names a place. */
  isPlace: boolean;
}

/**
 * Words of documents and of the objects that they are linked to, in lists by word: filled from the
 * tiers of an index, or by a `ChangingIndex`.
 */
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

  /** What was found out goes: texts or links change. */
  forget(): void {
    this.#kept.clear();
    this.rewritten.clear();
    this.#local = undefined;
  }
}
