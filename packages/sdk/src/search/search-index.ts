import { COVER, COVER_BITS, type Met } from './gathered.ts';
import { MAX_IMPACT } from './impacts.ts';
import { ASKING, IndexedTexts } from './indexed-texts.ts';
import { nameBonus, PLACES_BITS } from './name-bonus.ts';
import type { Meeting } from './lexicon.ts';
import { keyOf, queryWords, type QueryWord } from './query-words.ts';
import type { Ranked } from './searched-text.ts';
import type { Meaning, Rewriter } from './rewrite.ts';

/** Share of the words that a result must meet, in hundredths, and one that is only near. */
const MIN_COVER = 58;
export const MIN_NEAR = 42;
/** What is left of a score where the question names a place and the service is for another one. */
const ELSEWHERE = 0.4;
/**
 * Up to this weight all words of a question have to be met as the share says, beyond it every fifth:
 * the longer a question is, the more it tells of whoever asks.
 */
const SUBJECT = 20;
/**
 * What is wanted of the words that are not met, where an everyday word leads to the document:
 * “nomira vectēvs” is a death to register, whoever died. In a sentence, however much is told about
 * it, no more counts than one word.
 */
const CIRCUMSTANCE = 0.4;
const MAX_TOLD = 10;
const SCALE = 1e6;
/** What `among` holds for a document that passes the filters. */
const PASSES = 1;
/** So many of the best results have their names read once more. */
const CANDIDATES = 64;
/** Scores are counted in steps of a power of two to find these. */
const STEP_BITS = 10;
/**
 * What is met of a document is summed in one number: its cover, for 12 words of weight 10 at most
 * 12,000; above it the weight of the words, then how many name a place, then whether everyday words
 * lead to it.
 */
const WEIGHT_AT = 16;
const PLACE = 1 << 24;
const PLACES = 15 * PLACE;
const EVERYDAY = 1 << 28;

/** A word of a question, and what was worked out for it whatever the document. */
export interface AskedWord extends QueryWord {
  /** The words of texts that it meets. */
  meetings: readonly Meeting[];
  /** Its place among the words, as a bit. */
  places: number;
  met: Met;
  isPlace: boolean;
  /** How many documents that pass the filters meet it. */
  frequency: number;
  /** Its weight times its rarity. */
  scale: number;
  /** How much of its cover counts. */
  counts: number;
}

/** By document: what it gives for some words. */
interface Sums {
  readonly quality: Float64Array;
  readonly cover: Int32Array;
}

/** A question. */
export interface Asked {
  words: readonly AskedWord[];
  meanings: readonly Meaning[];
  /** Whether it is told in a sentence. */
  isTold: boolean;
  /** The sum of qualities that no document exceeds. */
  best: number;
}

/**
 * Search over services that understands Latvian, and the Russian and English of their fields.
 * Documents are small whole numbers that the caller hands out; the engine keeps no rows and gives no
 * results of its own, only scores.
 *
 * Whether a document is a result depends on it and the question alone; frequencies only order
 * results. So counts of facets agree with lists, and an index of one institution with one of all.
 * Sums are whole numbers or made in the order of the question, and logarithms are built of plain
 * arithmetic: every engine gives the same number.
 */
export class SearchIndex extends IndexedTexts {
  /** The last question, for those who explain and correct. */
  asked: Asked | undefined;
  #scores = new Int32Array(0);
  #documents = new Int32Array(0);
  #among: Uint8Array | undefined;
  #size = 0;
  /** How many results have a score, in steps. */
  readonly #steps = new Int32Array((SCALE >> STEP_BITS) + 1);
  /** Words whose sums are kept: while one types, those before the last are the same. */
  #summed: readonly AskedWord[] = [];
  #before = sums(0);
  /** Sums of the whole question; then, as quality, scores before names are read. */
  #all = sums(0);

  /** @param rewriter A `Vocabulary`; without one there are no synonyms, abbreviations, compounds. */
  constructor(readonly rewriter?: Rewriter) {
    super();
  }

  /**
   * Scores documents. `undefined`: the text holds no word to search for.
   *
   * @param among By document: 1 where it passes the filters; other filters are another list. Words
   *   are weighed by how rare they are among these.
   * @param least Percent of the question that a document must meet: by default what a result must.
   */
  rank(query: string, among: Uint8Array, least = MIN_COVER): Ranked | undefined {
    const { words, isTold } = queryWords(query);
    this.asked = undefined;
    if (words.length === 0) return undefined;
    const meanings = this.rewriter?.meanings(words, this) ?? [];
    const size = this.#sizeOf(among);
    const asked = words.map((word, position): AskedWord => {
      const { met: own, ...found } = this.gather(word);
      // “Saldus” is no ice cream where it is a town.
      const others = meanings.filter(
        ({ positions }) => !found.isPlace && positions.includes(position),
      );
      const key = [keyOf(word), ...others.map((each) => each.key)].join();
      const best = () => this.best([own, ...others.map((each) => each.met)]);
      const met = others.length > 0 ? this.rewritten.get(key, best) : own;
      const frequency = this.#frequency(met, among);
      const scale = word.weight * rarity(size, frequency);
      return { ...word, ...found, places: 1 << position, met, frequency, scale, counts: 0 };
    });
    const namesPlace = asked.some(({ isPlace }) => isPlace);
    // Where a place is all that was asked for, what is there is the result.
    const isPlaceAll =
      namesPlace && asked.every(({ isPlace, weight }) => isPlace || weight <= ASKING);
    const asksPlace = namesPlace && !isPlaceAll;
    let best = 0;
    let weights = 0;
    for (const word of asked) {
      if (word.isPlace === isPlaceAll) weights += word.counts = word.weight;
      best += word.scale * 100 * MAX_IMPACT;
    }
    this.asked = { words: asked, meanings, isTold, best };
    const { quality, cover } = this.#sum(asked);
    for (const { leadsFar, met } of meanings) {
      if (leadsFar) for (const document of met.documents) cover[document]! |= EVERYDAY;
    }
    const scores = this.#scores.fill(0);
    const documents = this.#documents;
    const steps = this.#steps.fill(0);
    const { capacity, local } = this;
    const usual = wantedOf(weights, weights, isTold);
    let results = 0;
    let room = CANDIDATES;
    let bestStep = 0;
    let covered = 0;
    let factor = 0;
    for (let document = 0; document < capacity; document++) {
      const met = cover[document]!;
      if (met === 0) continue;
      const own = met & ((1 << WEIGHT_AT) - 1);
      const wanted = met < EVERYDAY ? usual : wantedOf(weights, (met >> WEIGHT_AT) & 255, isTold);
      if (own < wanted * least) continue;
      if (own !== covered) {
        covered = own;
        const share = covered / (weights * 100);
        factor = share * share;
      }
      const isElsewhere = asksPlace && local[document] && (met & PLACES) === 0;
      const most = SCALE * quality[document]! * (isElsewhere ? factor * ELSEWHERE : factor);
      const score = (scores[document] = quality[document] = 1 + ((most / best) | 0));
      documents[results++] = document;
      const step = score >> STEP_BITS;
      if (step < bestStep || among[document] !== PASSES) continue;
      steps[step]!++;
      for (room--; room < 0;) room += steps[bestStep++]!;
    }
    const found = documents.subarray(0, results);
    this.#readNames(this.asked, found, among, bestStep << STEP_BITS || 1);
    return { documents: found, scores };
  }

  /** Sums what documents give for some words; of all but the last as far as it is not known. */
  #sum(words: readonly AskedWord[]): Sums {
    if (this.#scores.length < this.capacity) {
      const room = this.capacity * 1.5;
      this.#scores = new Int32Array(room);
      this.#documents = new Int32Array(room);
      this.#before = sums(room);
      this.#all = sums(room);
      this.#summed = [];
    }
    const before = words.slice(0, -1);
    const isKept = this.#summed.every(({ met, scale, counts }, nth) => {
      const word = before[nth];
      return word?.met === met && word.scale === scale && word.counts === counts;
    });
    const known = isKept ? this.#summed.length : 0;
    if (known === 0) {
      this.#before.quality.fill(0);
      this.#before.cover.fill(0);
    }
    for (const word of before.slice(known)) add(word, this.#before);
    this.#summed = before;
    this.#all.quality.set(this.#before.quality);
    this.#all.cover.set(this.#before.cover);
    add(words.at(-1)!, this.#all);
    return this.#all;
  }

  /** Number of documents that pass; the same filters are asked for at every key. */
  #sizeOf(among: Uint8Array): number {
    if (among !== this.#among) {
      this.#among = among;
      this.#size = among.reduce((sum, passes) => sum + Number(passes === PASSES), 0);
    }
    return this.#size;
  }

  /** Number of documents that meet a word, those that half meet it as a quarter. */
  #frequency(met: Met, among: Uint8Array): number {
    if (met.among !== among) {
      const { documents, values } = met;
      let squares = 0;
      for (let nth = 0; nth < documents.length; nth++) {
        const cover = values[nth]! & COVER;
        if (among[documents[nth]!] === PASSES) squares += cover * cover;
      }
      met.among = among;
      met.frequency = squares / 1e4;
    }
    return met.frequency!;
  }

  /**
   * Reads the names of the best results: one that is met as a whole and in the order of the words
   * moves up, be it by the words themselves or, with these, by one thing that they stand for. Which ones
   * are read follows from the scores, never from the order of documents.
   */
  #readNames(
    { words, meanings }: Asked,
    documents: Int32Array,
    among: Uint8Array,
    least: number,
  ): void {
    const scores = this.#scores;
    const terms = new Uint32Array(this.words.size);
    // What meets a part of a meaning alone is not what is meant.
    for (const meaning of [{ meetings: [], places: 0, met: { documents } }, ...meanings]) {
      terms.fill(0);
      for (const { meetings, places } of [...words, meaning]) {
        for (const { term, match } of meetings) {
          terms[term] = Math.max(terms[term]!, (match.quality << PLACES_BITS) | places);
        }
      }
      const some = meaning.met.documents;
      for (let nth = 0; nth < some.length; nth++) {
        const document = some[nth]!;
        if (scores[document]! < least || among[document] !== PASSES) continue;
        const bonus = nameBonus(this.wordsOf.values(document), terms, words.length);
        scores[document] = Math.max(
          scores[document]!,
          Math.floor(this.#all.quality[document]! * (1 + bonus)),
        );
      }
    }
  }
}

/**
 * How much of a question has to be met, before the share is taken of it.
 *
 * @param weights Of all words.
 * @param met Where an everyday word leads to the document: weights of the words that are met.
 */
export function wantedOf(weights: number, met: number, isTold: boolean): number {
  const others = weights - met;
  const beside = (isTold ? Math.min(others, MAX_TOLD) : others) * CIRCUMSTANCE;
  return Math.min(met + beside, SUBJECT + (weights - SUBJECT) / 5);
}

/** About log2 of how rare a word is: straight lines between the powers of two. */
function rarity(size: number, frequency: number): number {
  let ratio = 1 + (size + 1) / (frequency + 0.5);
  let whole = 0;
  for (; ratio >= 2; ratio /= 2) whole++;
  return whole + ratio - 1;
}

function sums(room: number): Sums {
  return { quality: new Float64Array(room), cover: new Int32Array(room) };
}

/** Adds what documents give for a word. */
function add(
  { met: { documents, values }, scale, counts, isPlace, weight }: AskedWord,
  { quality, cover }: Sums,
): void {
  const sign = isPlace ? PLACE : weight << WEIGHT_AT;
  for (let nth = 0; nth < documents.length; nth++) {
    const document = documents[nth]!;
    const value = values[nth]!;
    quality[document]! += scale * (value >> COVER_BITS);
    cover[document]! += counts * (value & COVER) + sign;
  }
}
